using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Crm.ArchitectureTests.Reading;

/// <summary>
/// Collects the outside types that a type names: base, interfaces, attributes, member signatures and method bodies, nested
/// types included, so that a lambda or an async method hides nothing.
/// </summary>
internal sealed class NamedTypes(PEReader image, MetadataReader metadata)
{
    readonly HashSet<OutsideType> _all = [];
    readonly HashSet<EntityHandle> _seen = [];

    public IReadOnlyCollection<OutsideType> All => _all;

    public void AddType(TypeDefinition type)
    {
        Add(type.BaseType);
        foreach (var handle in type.GetInterfaceImplementations())
            Add(metadata.GetInterfaceImplementation(handle).Interface);
        AddAttributes(type.GetCustomAttributes());
        AddGenerics(type.GetGenericParameters());

        var signatures = new SignatureTypes(this);
        foreach (var handle in type.GetFields())
        {
            var field = metadata.GetFieldDefinition(handle);
            field.DecodeSignature(signatures, null);
            AddAttributes(field.GetCustomAttributes());
        }

        foreach (var handle in type.GetProperties())
            AddAttributes(metadata.GetPropertyDefinition(handle).GetCustomAttributes());
        foreach (var handle in type.GetMethods())
            AddMethod(metadata.GetMethodDefinition(handle), signatures);
        foreach (var nested in type.GetNestedTypes())
            AddType(metadata.GetTypeDefinition(nested));
    }

    public void Add(EntityHandle handle)
    {
        if (handle.IsNil || !_seen.Add(handle))
            return;
        switch (handle.Kind)
        {
            case HandleKind.TypeReference:
                AddReference((TypeReferenceHandle)handle);
                break;
            case HandleKind.TypeSpecification:
                metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(new SignatureTypes(this), null);
                break;
            case HandleKind.MemberReference:
                AddMember(metadata.GetMemberReference((MemberReferenceHandle)handle));
                break;
            case HandleKind.MethodSpecification:
                var method = metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                Add(method.Method);
                method.DecodeSignature(new SignatureTypes(this), null);
                break;
            case HandleKind.StandaloneSignature:
                metadata.GetStandaloneSignature((StandaloneSignatureHandle)handle).DecodeLocalSignature(new SignatureTypes(this), null);
                break;
        }
    }

    void AddMethod(MethodDefinition method, SignatureTypes signatures)
    {
        method.DecodeSignature(signatures, null);
        AddAttributes(method.GetCustomAttributes());
        AddGenerics(method.GetGenericParameters());
        if (method.RelativeVirtualAddress == 0)
            return;
        var body = image.GetMethodBody(method.RelativeVirtualAddress);
        Add(body.LocalSignature);
        foreach (var token in InstructionTokens.In(body.GetILReader()))
            Add(token);
    }

    void AddMember(MemberReference member)
    {
        Add(member.Parent);
        if (member.GetKind() == MemberReferenceKind.Method)
            member.DecodeMethodSignature(new SignatureTypes(this), null);
        else
            member.DecodeFieldSignature(new SignatureTypes(this), null);
    }

    void AddAttributes(CustomAttributeHandleCollection attributes)
    {
        foreach (var handle in attributes)
            Add(metadata.GetCustomAttribute(handle).Constructor);
    }

    void AddGenerics(GenericParameterHandleCollection parameters)
    {
        foreach (var handle in parameters)
        {
            foreach (var constraint in metadata.GetGenericParameter(handle).GetConstraints())
                Add(metadata.GetGenericParameterConstraint(constraint).Type);
        }
    }

    void AddReference(TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        var outer = type;
        while (outer.ResolutionScope.Kind == HandleKind.TypeReference)
            outer = metadata.GetTypeReference((TypeReferenceHandle)outer.ResolutionScope);
        if (outer.ResolutionScope.Kind != HandleKind.AssemblyReference)
            return;
        var assembly = metadata.GetAssemblyReference((AssemblyReferenceHandle)outer.ResolutionScope);
        _all.Add(new(metadata.GetString(assembly.Name), metadata.GetString(outer.Namespace), metadata.GetString(type.Name)));
    }
}
