using System.Diagnostics.CodeAnalysis;

namespace Crm.Platform;

/// <summary>Either a value or a <see cref="Crm.Platform.Refusal"/>.</summary>
[SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "Of and Refused are the named alternates.")]
[SuppressMessage("Performance", "CA1815:Override equals and operator equals on value types", Justification = "Outcomes are consumed, never compared.")]
public readonly struct Outcome<T>
{
    readonly T? _value;
    readonly Refusal? _refusal;

    Outcome(T? value, Refusal? refusal)
    {
        _value = value;
        _refusal = refusal;
    }

    public bool IsRefused => _refusal is not null;

    public T Value => _refusal is null
        ? _value!
        : throw new InvalidOperationException($"No value: refused with {_refusal.Code}. {_refusal.Detail}");

    public Refusal Refusal => _refusal ?? throw new InvalidOperationException("Not refused.");

    /// <summary>The refusal when there is one: <c>if (outcome.Refused(out var no)) return no;</c></summary>
    public bool Refused([NotNullWhen(true)] out Refusal? refusal)
    {
        refusal = _refusal;
        return refusal is not null;
    }

    public Outcome<TOther> Then<TOther>(Func<T, TOther> map) => _refusal is null ? map(_value!) : _refusal;

    public Outcome<TOther> Then<TOther>(Func<T, Outcome<TOther>> next) => _refusal is null ? next(_value!) : _refusal;

    /// <summary>For values of an interface type, which no implicit conversion can take.</summary>
    public static Outcome<T> Of(T value) => new(value, null);

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}
