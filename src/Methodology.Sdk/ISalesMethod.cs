namespace Crm.Methodology.Sdk;

/// <summary>
/// A sales method: what a plugin implements, by one public class with a public constructor without parameters.
/// </summary>
/// <remarks>
/// A method is pure: it answers from its arguments alone, keeps no state between calls, reads no clock, file or network, starts
/// no thread, and may be called from several threads at once. An exception is counted as a fault and shown to the
/// administrator; the sale goes on under the method's declared stages and gates.
/// </remarks>
public interface ISalesMethod
{
    /// <summary>What the method is. Called once per load; the answer is copied and never asked for again.</summary>
    /// <returns>The definition; its id and version are those of the manifest.</returns>
    MethodDefinition Describe();

    /// <summary>
    /// How an opportunity stands under this method, or what a move of it to another stage would miss.
    /// <see cref="StandardAssessment.Of"/> answers by the definition alone.
    /// </summary>
    /// <param name="input">The facts. Personal data is not among them.</param>
    /// <returns>What is missing, advised and scored. Answer within a few milliseconds: the caller gives up after a quarter of a second.</returns>
    Assessment Assess(AssessmentInput input);
}
