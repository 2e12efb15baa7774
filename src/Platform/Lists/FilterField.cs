using System.Linq.Expressions;

namespace Crm.Platform.Lists;

/// <summary>A field that lists can be filtered by: the operators its type allows, turned into a predicate.</summary>
sealed class FilterField<T>(string name, LambdaExpression field, bool scaled)
{
    static readonly string[] Ordered = ["gte", "lte", "gt", "lt"];

    readonly Type _type = field.ReturnType;

    public string Name => name;

    public IEnumerable<ListParameter> Parameters => Operators.Select(op =>
        new ListParameter(op.Length == 0 ? name : $"{name}[{op}]", op == "empty" ? typeof(bool) : op == "in" ? typeof(string) : scaled ? typeof(decimal) : _type, Describe(op)));

    Type Target => Nullable.GetUnderlyingType(_type) ?? _type;

    bool IsNullable => !_type.IsValueType || Nullable.GetUnderlyingType(_type) is not null;

    IEnumerable<string> Operators
    {
        get
        {
            yield return "";
            yield return "ne";
            if (Target == typeof(string)) yield return "contains";
            if (Target != typeof(bool)) yield return "in";
            if (Target != typeof(string) && Target != typeof(Guid) && Target != typeof(bool) && !Target.IsEnum)
                foreach (var op in Ordered) yield return op;
            if (IsNullable) yield return "empty";
        }
    }

    public Outcome<Expression<Func<T, bool>>> Predicate(string op, string text)
    {
        var parameterName = op.Length == 0 ? name : $"{name}[{op}]";
        if (!Operators.Contains(op))
            return Refusal.Field(parameterName, "request/unknown-parameter", $"'{name}' has no operator '{op}'.");
        var body = field.Body;
        if (op == "empty")
        {
            if (!bool.TryParse(text, out var empty)) return Bad(parameterName, "true or false");
            Expression isEmpty = Expression.Equal(body, Expression.Constant(null, _type));
            if (_type == typeof(string)) isEmpty = Expression.OrElse(isEmpty, Expression.Equal(body, Expression.Constant("")));
            return Lambda(empty ? isEmpty : Expression.Not(isEmpty));
        }
        if (op == "in")
        {
            var texts = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (texts.Length is 0 or > 200) return Bad(parameterName, "1 to 200 values divided by commas");
            var list = (System.Collections.IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(_type))!;
            foreach (var one in texts)
            {
                if (!TryRead(one, out var value)) return Bad(parameterName, Expected);
                list.Add(value);
            }
            var contains = typeof(Enumerable).GetMethods().Single(m => m.Name == nameof(Enumerable.Contains) && m.GetParameters().Length == 2)
                .MakeGenericMethod(_type);
            return Lambda(Expression.Call(contains, Expression.Constant(list), body));
        }
        if (!TryRead(text, out var single)) return Bad(parameterName, Expected);
        var constant = Parameterized(single!);
        if (op == "contains")
            return Lambda(Expression.AndAlso(
                Expression.NotEqual(body, Expression.Constant(null, typeof(string))),
                Expression.Call(body, nameof(string.Contains), null, constant)));
        return Lambda(op switch
        {
            "ne" => Expression.NotEqual(body, constant),
            "gte" => Expression.GreaterThanOrEqual(body, constant),
            "lte" => Expression.LessThanOrEqual(body, constant),
            "gt" => Expression.GreaterThan(body, constant),
            "lt" => Expression.LessThan(body, constant),
            _ => Expression.Equal(body, constant),
        });
    }

    string Expected => scaled ? "an amount of up to 4 decimals" : FilterValue.Describe(_type);

    bool TryRead(string text, out object? value)
    {
        if (!scaled) return FilterValue.TryRead(text, _type, out value);
        var read = FilterValue.TryReadScaled(text, out var amount);
        value = amount;
        return read;
    }

    // A captured value and not a constant, so that the statement's plan is shared between values.
    Expression Parameterized(object value)
    {
        var holder = Activator.CreateInstance(typeof(Holder<>).MakeGenericType(typeof(T), _type), value)!;
        return Expression.Field(Expression.Constant(holder), "Value");
    }

    Expression<Func<T, bool>> Lambda(Expression body) =>
        Expression.Lambda<Func<T, bool>>(body, (ParameterExpression)field.Parameters[0]);

    static Refusal Bad(string parameter, string expected) =>
        Refusal.Field(parameter, "request/bad-filter", $"Expected {expected}.");

    string Describe(string op) => op switch
    {
        "" => $"Only where {name} equals the value: {Expected}.",
        "ne" => $"Only where {name} differs from the value.",
        "in" => $"Only where {name} is one of up to 200 values divided by commas.",
        "contains" => $"Only where {name} contains the text.",
        "empty" => $"Only where {name} is empty (true) or set (false).",
        _ => $"Only where {name} is {op} the value: {Expected}.",
    };

    sealed class Holder<TValue>(TValue value)
    {
        public readonly TValue Value = value;
    }
}
