using System.Globalization;
using Crm.Web.Text;
using Microsoft.JSInterop;

namespace Crm.Web.Sessions;

/// <summary>How this browser shows the app: language, theme, folded navigation.</summary>
internal sealed class Preferences
{
    private const string LanguageKey = "crm.language", FoldedKey = "crm.folded";
    private readonly BrowserStore _store;
    private readonly IJSInProcessRuntime _js;

    public Preferences(BrowserStore store, IJSRuntime js)
    {
        _store = store;
        _js = (IJSInProcessRuntime)js;
        ChosenByHand = Languages.Parse(store.Read(LanguageKey)) is not null;
        var language = Languages.Parse(store.Read(LanguageKey)) ?? OfBrowser(_js.Invoke<string?>("crm.languages"));
        Texts = new Texts(language);
        IsDark = _js.Invoke<string>("crm.theme") == "dark";
        Folded = store.Read(FoldedKey) == "yes";
        Apply(language);
    }

    public event Action? Changed;

    public Texts Texts { get; private set; }

    public bool IsDark { get; private set; }

    public bool Folded { get; private set; }

    /// <summary>Whether a person chose the language here; until then the member's own one counts.</summary>
    public bool ChosenByHand { get; private set; }

    public void Choose(Language language)
    {
        ChosenByHand = true;
        _store.Write(LanguageKey, language.Tag());
        Show(language);
    }

    /// <summary>Shows a language without keeping it as a choice.</summary>
    public void Show(Language language)
    {
        if (language == Texts.Language) return;
        Texts = new Texts(language);
        Apply(language);
        Changed?.Invoke();
    }

    public void ToggleTheme()
    {
        IsDark = _js.Invoke<string>("crm.setTheme", IsDark ? "light" : "dark") == "dark";
        Changed?.Invoke();
    }

    public void ToggleFolded()
    {
        Folded = !Folded;
        _store.Write(FoldedKey, Folded ? "yes" : null);
        Changed?.Invoke();
    }

    private void Apply(Language language)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = language.Culture();
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = language.Culture();
        _js.InvokeVoid("crm.setLanguage", language.Tag());
    }

    private static Language OfBrowser(string? tags) =>
        (tags ?? "").Split(',').Select(Languages.Parse).FirstOrDefault(l => l is not null) ?? Language.Chinese;
}
