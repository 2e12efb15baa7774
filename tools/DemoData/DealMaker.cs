namespace Crm.DemoData;

/// <summary>
/// Lives one opportunity from its opening to its close or to the present: stage by stage, with revised amounts, passed close dates,
/// pauses, steps back and changes of hands, each at a working hour and after the one before.
/// </summary>
sealed class DealMaker(Random random, SellerHabits seller, DealProcess process, DateTime now)
{
    static readonly string[] LossReasons = ["价格 Price", "竞争对手 Lost to a rival", "预算取消 Budget cut", "技术不满足 Technical fit", "客户暂缓 Postponed by customer"];
    static readonly string[] WinReasons = ["方案认可 Solution", "价格合理 Price", "长期合作 Relationship", "交期保障 Delivery"];

    readonly List<DemoMoment> _moments = [];
    double _estimate;
    decimal _final;

    public IReadOnlyList<DemoMoment> Make(DateTime opened, decimal final)
    {
        _final = final;
        _estimate = seller.Optimism * (0.75 + random.NextDouble() * 0.5);
        var promised = process.TotalDays * seller.Pace * (0.7 + random.NextDouble() * 0.6);
        _moments.Add(new DemoMoment
        {
            AtUtc = opened,
            Status = "Open",
            Stage = process.Stages[0],
            Amount = Estimated(),
            CloseDate = WorkTime.DateOf(opened.AddDays(promised)),
            Owner = seller.UserName,
        });
        Walk();
        return _moments;
    }

    DemoMoment Last => _moments[^1];

    void Walk()
    {
        var wentBack = false;
        for (var stage = 0; ;)
        {
            var end = Last.AtUtc.AddDays(Math.Max(0.2, process.Days[stage] * seller.Pace * Spread()));
            if (!LiveStage(ref end)) return;
            if (random.NextDouble() < process.LossChance[stage] / seller.Skill)
            {
                End(end, stage);
                return;
            }
            if (stage > 0 && !wentBack && random.NextDouble() < 0.05)
            {
                wentBack = true;
                stage--;
                if (!Then(end, m => m with { Stage = process.Stages[stage], Reason = "客户重新梳理需求 Requirements reopened" })) return;
                continue;
            }
            if (stage == process.Stages.Length - 1 || (stage >= process.WinsFrom && random.NextDouble() < 0.06))
            {
                if (Last.Amount != _final && !Then(end.AddHours(-3), m => m with { Amount = _final, Reason = null })) return;
                Then(end, m => m with { Status = "Won", Reason = Pick(WinReasons) });
                return;
            }
            // A stage is left out now and then; never two, and never into the win.
            stage += stage + 2 < process.Stages.Length && random.NextDouble() < 0.05 ? 2 : 1;
            _estimate += (1 - _estimate) * 0.35;
            var revises = random.NextDouble() < 0.45;
            if (!Then(end, m => m with { Stage = process.Stages[stage], Amount = revises ? Estimated() : m.Amount, Reason = null })) return;
        }
    }

    /// <summary>What happens inside a stage before it ends. False when the present is reached.</summary>
    bool LiveStage(ref DateTime end)
    {
        if (random.NextDouble() < 0.30)
        {
            _estimate *= 0.85 + random.NextDouble() * 0.3;
            if (!Then(Between(end), m => m with { Amount = Estimated(), Reason = null })) return false;
        }
        if (random.NextDouble() < 0.03)
        {
            var held = Between(end);
            var days = random.Next(15, 70);
            if (!Then(held, m => m with { Status = "OnHold", Reason = "客户内部调整 Reorganisation at the customer" })) return false;
            if (!Then(held.AddDays(days), m => m with { Status = "Open", Reason = "项目重启 Restarted" })) return false;
            end = end.AddDays(days);
        }
        if (random.NextDouble() < 0.02 && !Then(Between(end), m => m with { Owner = m.Owner == seller.UserName ? seller.Successor : m.Owner, Reason = null })) return false;
        return Slip(end);
    }

    /// <summary>A close date that passes is pushed on, sooner or later, as the seller's habit is.</summary>
    bool Slip(DateTime end)
    {
        while (WorkTime.DateOf(end < now ? end : now) > Last.CloseDate)
        {
            if (random.NextDouble() < seller.Neglect) return true;
            var noticed = Last.CloseDate.ToDateTime(new TimeOnly(1, random.Next(60))).AddDays(seller.SlipLagDays + random.Next(3));
            var at = DateTime.SpecifyKind(noticed, DateTimeKind.Utc);
            if (at < Last.AtUtc) at = Last.AtUtc.AddHours(3);
            if (at >= end) return true;
            if (!Then(at, m => m with { CloseDate = WorkTime.DateOf(at.AddDays(random.Next(14, 60))), Reason = null })) return false;
        }
        return true;
    }

    void End(DateTime at, int stage)
    {
        var isAbandoned = stage < 2 && random.NextDouble() < 0.25;
        var reason = isAbandoned ? "无真实需求 No real need" : Pick(LossReasons);
        if (!Then(at, m => m with { Status = isAbandoned ? "Abandoned" : "Lost", Reason = reason })) return;
        if (isAbandoned || random.NextDouble() > 0.03) return;
        // A few come back: the customer calls again weeks later.
        var back = Last.AtUtc.AddDays(random.Next(20, 90));
        if (!Then(back, m => m with { Status = "Open", CloseDate = WorkTime.DateOf(back.AddDays(60)), Reason = "客户重新启动采购 Buying again" })) return;
        Then(back.AddDays(random.Next(5, 50)), m => m with { Status = "Lost", Reason = Pick(LossReasons) });
    }

    /// <summary>Adds a moment at a working hour after the last. False, and nothing added, when that lies in the future.</summary>
    bool Then(DateTime at, Func<DemoMoment, DemoMoment> change)
    {
        var earliest = Last.AtUtc.AddMinutes(7 + random.Next(30));
        at = WorkTime.AtOrAfter(at > earliest ? at : earliest);
        if (at >= now) return false;
        var next = change(Last) with { AtUtc = at };
        _moments.Add(next.IsClosed && !Last.IsClosed ? next with { CloseDate = WorkTime.DateOf(at) } : next);
        return true;
    }

    DateTime Between(DateTime end) => Last.AtUtc + (end - Last.AtUtc) * (0.1 + random.NextDouble() * 0.8);

    decimal Estimated() => PipelineMaker.RoundTo(_final * (decimal)_estimate, _final > 50_000m ? 1_000m : 10m);

    /// <summary>Log-normal around one: mostly near it, now and then three times as long.</summary>
    double Spread()
    {
        var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return Math.Clamp(Math.Exp(0.5 * normal - 0.1), 0.15, 5);
    }

    T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
