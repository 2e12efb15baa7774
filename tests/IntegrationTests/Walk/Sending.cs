using System.Text;
using Crm.IntegrationTests.Fixtures;
using Xunit;

namespace Crm.IntegrationTests.Walk;

/// <summary>Sends what a walk made and waits no longer than a deadline: an answer that does not come is a finding.</summary>
static class Sending
{
    static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    /// <summary>What Kestrel reads of a request's first line.</summary>
    const int LongestLine = 8 * 1024;

    const int Tries = 5;

    public static Task<Answer> Send(this Session session, WalkRequest request) => (request.Sender ?? session).Http.Send(request);

    public static async Task<Answer> Send(this HttpClient http, WalkRequest request)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await SendOnce(http, request);
            }
            catch (HttpRequestException) when (attempt < Tries && request.Url.Length > LongestLine)
            {
                // A line that is too long is answered and the connection closed before all of it is read; who is still writing then may find
                // the connection broken and the answer lost. Nothing was done, so it is asked again.
            }
        }
    }

    static async Task<Answer> SendOnce(HttpClient http, WalkRequest request)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Deadline);
        try
        {
            using var message = request.ToMessage(http.BaseAddress!);
            using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            return response.Content.Headers.ContentType?.MediaType == "text/event-stream"
                ? new Answer(response.StatusCode, await FirstEvent(response, patience.Token), null, null, null)
                : await Answer.Of(response);
        }
        catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"No answer within {Deadline.TotalSeconds:0} s: {request.Operation}\n{request.ToCurl()}");
        }
    }

    static async Task<string> FirstEvent(HttpResponseMessage response, CancellationToken patience)
    {
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(patience));
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(patience) is { Length: > 0 } line) text.AppendLine(line);
        return text.ToString();
    }
}
