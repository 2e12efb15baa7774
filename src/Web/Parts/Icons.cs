namespace Crm.Web.Parts;

public static class Icons
{
    public static string Path(string name) => name switch
    {
        "funnel" => """<path d="M3 4h18l-3 5H6zM7.5 12h9l-2 4h-5zM11 19h2"/>""",
        "list" => """<path d="M8 6h13M8 12h13M8 18h13M3.5 6h.01M3.5 12h.01M3.5 18h.01"/>""",
        "board" => """<rect x="3" y="4" width="5" height="16" rx="1"/><rect x="10" y="4" width="5" height="10" rx="1"/><rect x="17" y="4" width="4" height="13" rx="1"/>""",
        "change" => """<path d="M3 20V10h4v10M10 10V5h4v5M17 5v15h4V5z"/>""",
        "customers" => """<path d="M4 21V5l8-2v18M12 9h8v12M4 21h17M7.5 8h1M7.5 12h1M7.5 16h1M15.5 13h1M15.5 17h1"/>""",
        "products" => """<path d="m12 3 8 4.5v9L12 21l-8-4.5v-9zM4 7.5l8 4.5 8-4.5M12 12v9"/>""",
        "import" => """<path d="M12 3v12M7 10l5 5 5-5M4 20h16"/>""",
        "methods" => """<path d="M5 4h6v6H5zM13 14h6v6h-6zM8 10v7h5"/>""",
        "search" => """<circle cx="11" cy="11" r="6.5"/><path d="m16 16 5 5"/>""",
        "menu" => """<path d="M4 6h16M4 12h16M4 18h16"/>""",
        "fold" => """<path d="M4 4v16M20 6l-6 6 6 6"/>""",
        "unfold" => """<path d="M4 4v16M11 6l6 6-6 6"/>""",
        "moon" => """<path d="M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.500z"/>""",
        "sun" => """<circle cx="12" cy="12" r="4"/><path d="M12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.400M17.6 17.6 19 19M5 19l1.4-1.400M17.6 6.4 19 5"/>""",
        "language" => """<path d="M3 5h10M8 3v2M11 5c-1 4-4 7-8 9M5 9c1.5 2.5 4 4 6 5M13 21l4-10 4 10M14.5 17.500h5"/>""",
        "close" => """<path d="m6 6 12 12M18 6 6 18"/>""",
        "plus" => """<path d="M12 5v14M5 12h14"/>""",
        "more" => """<path d="M5 12h.01M12 12h.01M19 12h.01" stroke-width="3"/>""",
        "check" => """<path d="m5 12.5 4.5 4.500L19 7"/>""",
        "trouble" => """<circle cx="12" cy="12" r="9"/><path d="M12 7v6M12 16.500v.01"/>""",
        "caution" => """<path d="M12 3 2 20h20zM12 10v4M12 17v.01"/>""",
        "good" => """<circle cx="12" cy="12" r="9"/><path d="m8 12.5 3 3 5-6"/>""",
        "up" => """<path d="m6 14 6-6 6 6"/>""",
        "down" => """<path d="m6 10 6 6 6-6"/>""",
        "left" => """<path d="m14 6-6 6 6 6"/>""",
        "right" => """<path d="m10 6 6 6-6 6"/>""",
        "edit" => """<path d="M4 20h4L19 9l-4-4L4 16zM13 7l4 4"/>""",
        "back" => """<path d="M10 6 4 12l6 6M4 12h16"/>""",
        "advance" => """<path d="m14 6 6 6-6 6M20 12H4"/>""",
        "clock" => """<circle cx="12" cy="12" r="9"/><path d="M12 7v5l3.5 2"/>""",
        "eye" => """<path d="M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12z"/><circle cx="12" cy="12" r="3"/>""",
        "out" => """<path d="M10 4H5v16h5M15 8l4 4-4 4M19 12H9"/>""",
        "table" => """<rect x="3" y="4" width="18" height="16" rx="1"/><path d="M3 10h18M3 15h18M9 4v16"/>""",
        "file" => """<path d="M6 3h8l4 4v14H6zM14 3v4h4"/>""",
        "download" => """<path d="M12 4v11M7.5 11l4.5 4.5 4.5-4.500M4 20h16"/>""",
        "person" => """<circle cx="12" cy="8" r="4"/><path d="M4 21c0-4.5 3.5-7 8-7s8 2.5 8 7"/>""",
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such icon.")
    };
}
