namespace Crm.Platform.Importing;

/// <summary>Guesses the character between cells from the beginning of a file.</summary>
public static class Delimiter
{
    /// <summary>In the order in which a tie is broken.</summary>
    static readonly char[] Candidates = [',', '\t', ';', '|'];

    public static bool IsAccepted(char c) => Array.IndexOf(Candidates, c) >= 0;

    /// <summary>The candidate that cuts the first records into the most equal number of cells; a comma when none appears.</summary>
    public static async Task<char> Guess(string beginning, CancellationToken ct)
    {
        var best = ',';
        var bestScore = 0.0;
        foreach (var candidate in Candidates)
        {
            var counts = new List<int>();
            await foreach (var row in new CsvReader(new StringReader(beginning), candidate).ReadAll(ct))
            {
                if (!row.IsBlank) counts.Add(row.Cells.Count);
                if (counts.Count == 20) break;
            }
            if (counts.Count == 0 || counts[0] < 2) continue;
            var alike = counts.Count(n => n == counts[0]) / (double)counts.Count;
            var score = alike * 1000 + counts[0];
            if (score <= bestScore) continue;
            best = candidate;
            bestScore = score;
        }
        return best;
    }
}
