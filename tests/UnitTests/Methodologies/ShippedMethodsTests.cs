using Crm.Methodology.Sdk;
using Crm.Opportunities.Methodologies;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Xunit;

namespace Crm.UnitTests.Methodologies;

public class ShippedMethodsTests
{
    readonly MethodCatalog _catalog = new(Options.Create(new MethodOptions()), TimeProvider.System, NullLogger<MethodCatalog>.Instance);

    [Fact]
    [Trait("Promise", "S-20")]
    public void Both_templates_lie_in_the_plugins_folder_of_the_host_and_are_active() =>
        Assert.Equal(
            [("project-selling", "1.0.0", MethodState.Active, null), ("relationship-selling", "1.0.0", MethodState.Active, null)],
            _catalog.List().Select(listing => (listing.Id, listing.Version, listing.State, listing.Reason)));

    [Fact]
    [Trait("Promise", "S-77")]
    public void Project_selling_has_five_stages_in_four_bands_with_the_stated_probabilities()
    {
        var method = _catalog.Latest("project-selling")!;
        Assert.Equal(
            [("Qualify", Band.Top, 0.10m), ("Discover", Band.Upper, 0.25m), ("Propose", Band.Middle, 0.50m), ("Negotiate", Band.Lower, 0.75m), ("Sign", Band.Lower, 0.90m)],
            method.OpenStages.Select(stage => (stage.Key, stage.Band!.Value, stage.DefaultProbability)));
        Assert.Equal(["Won", "Lost"], method.Stages.Where(stage => stage.Class != StageClass.Open).Select(stage => stage.Key));
    }

    [Fact]
    public void Relationship_selling_goes_from_contact_by_offer_to_order() =>
        Assert.Equal(["Contact", "Offer", "Order", "Won", "Lost"], _catalog.Latest("relationship-selling")!.Stages.Select(stage => stage.Key));
}
