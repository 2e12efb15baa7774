#!/usr/bin/env bash
# Writes docs/openapi/v1.json from the host and both clients from the document. Run it after any change of an endpoint.
#
#   tools/generate-clients.sh                          builds the host, then document and clients in place
#   tools/generate-clients.sh --from-document DIR      the clients of the committed document into DIR (for the drift check)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

out=src/Clients
if [ "${1:-}" = --from-document ]; then
  out=$2
else
  dotnet build src/Host -v quiet -clp:ErrorsOnly
  scratch=$(mktemp -d)
  trap 'rm -rf "$scratch"' EXIT
  dotnet src/Host/bin/Debug/net10.0/Crm.Host.dll --openapi docs/openapi/v1.json --data "$scratch" >/dev/null
fi
mkdir -p "$out/CSharp" "$out/TypeScript"

packages=$(dotnet nuget locals global-packages --list | sed 's/^[^:]*: *//')
nswag=$packages/nswag.msbuild/14.7.1/tools/Net100/dotnet-nswag.dll
[ -f "$nswag" ] || dotnet restore src/Clients/CSharp -v quiet

dotnet "$nswag" openapi2csclient /input:docs/openapi/v1.json /output:"$out/CSharp/CrmClient.g.cs" \
  /namespace:Crm.Client /className:CrmClient /exceptionClass:CrmException /generateClientInterfaces:false \
  /injectHttpClient:true /disposeHttpClient:false /useBaseUrl:false /generateBaseUrlProperty:false \
  /parameterDateTimeFormat:yyyy-MM-ddTHH:mm:ss.fffffffK /jsonLibrary:SystemTextJson /generateNullableReferenceTypes:true /generateOptionalParameters:true \
  /generateOptionalPropertiesAsNullable:true /operationGenerationMode:SingleClientFromOperationId \
  /dateType:System.DateOnly /dateTimeType:System.DateTimeOffset /arrayType:System.Collections.Generic.List \
  /arrayInstanceType:System.Collections.Generic.List /dictionaryType:System.Collections.Generic.Dictionary \
  /dictionaryInstanceType:System.Collections.Generic.Dictionary /generateDataAnnotations:false \
  /generateJsonMethods:false /classStyle:Poco /newLineBehavior:LF >/dev/null

dotnet "$nswag" openapi2tsclient /input:docs/openapi/v1.json /output:"$out/TypeScript/client.ts" \
  /className:CrmClient /template:Fetch /typeStyle:Interface /dateTimeType:String /nullValue:Null /markOptionalProperties:true \
  /operationGenerationMode:SingleClientFromOperationId /exceptionClass:CrmException /wrapDtoExceptions:false \
  /typeScriptVersion:5.0 /generateOptionalParameters:true /newLineBehavior:LF >/dev/null

# The generator of TypeScript sends a map as one word; it is parameters of their own.
sed -i 's/url_ += "custom=" + encodeURIComponent("" + custom) + "&";/for (const name_ in custom) url_ += encodeURIComponent(name_) + "=" + encodeURIComponent(custom[name_]!) + "\&";/' "$out/TypeScript/client.ts"

# Files end as the repository's others do: no byte order mark, one line end at the end, no blank at a line's end.
for file in "$out/CSharp/CrmClient.g.cs" "$out/TypeScript/client.ts"; do
  sed -i '1s/^\xEF\xBB\xBF//; s/\r$//; s/[ \t]*$//' "$file"
done
