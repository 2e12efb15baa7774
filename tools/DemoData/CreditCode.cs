namespace Crm.DemoData;

/// <summary>统一社会信用代码 (GB 32100-2015) around an organisation code (GB 11714-1997), both with their check characters.</summary>
public static class CreditCode
{
    const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    const string OrganisationAlphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    static readonly int[] OrganisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

    /// <param name="region">Administrative division, 6 digits.</param>
    /// <param name="organisation">First 8 characters of the organisation code.</param>
    public static string Of(string region, string organisation)
    {
        var sum = organisation.Select((c, i) => OrganisationAlphabet.IndexOf(c, StringComparison.Ordinal) * OrganisationWeights[i]).Sum();
        var check = (11 - sum % 11) switch { 10 => "X", 11 => "0", var digit => $"{digit}" };
        var body = $"91{region}{organisation}{check}";
        return body + Check(body);
    }

    public static bool IsValid(string code) =>
        code.Length == 18 && code.All(c => Alphabet.Contains(c, StringComparison.Ordinal)) && code[17] == Check(code[..17]);

    static char Check(string body)
    {
        var sum = 0;
        var weight = 1;
        foreach (var c in body)
        {
            sum += Alphabet.IndexOf(c, StringComparison.Ordinal) * weight;
            weight = weight * 3 % 31;
        }
        return Alphabet[(31 - sum % 31) % 31];
    }
}
