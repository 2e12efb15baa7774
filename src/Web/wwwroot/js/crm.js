// What .NET cannot reach from inside the browser: storage that all tabs share, native dialogs, and the theme before the first paint.
(function () {
  const root = document.documentElement;
  const read = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
  const write = (key, value) => {
    try { value === null ? localStorage.removeItem(key) : localStorage.setItem(key, value); } catch { /* private window: the session lives in this tab only */ }
  };
  const locks = new Map();

  function applyTheme(theme) {
    const dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
    root.dataset.theme = dark ? 'dark' : 'light';
    root.style.colorScheme = dark ? 'dark' : 'light';
    const link = document.getElementById('radzen-theme');
    if (link) link.href = '_content/Radzen.Blazor/css/software' + (dark ? '-dark' : '') + '-base.css';
    return root.dataset.theme;
  }

  applyTheme(read('crm.theme'));

  const typing = (element) => element && (element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName) && element.type !== 'checkbox');

  // A menu stands beside the button that opened it, inside the window.
  document.addEventListener('toggle', (event) => {
    const list = event.target;
    if (event.newState !== 'open' || !list.matches?.('.menu-list')) return;
    const button = document.querySelector(`[popovertarget="${list.id}"]`).getBoundingClientRect();
    const size = list.getBoundingClientRect();
    const below = button.bottom + size.height + 4 < innerHeight;
    list.style.inset = 'auto';
    list.style.margin = '0';
    list.style.position = 'fixed';
    list.style.top = (below ? button.bottom + 2 : Math.max(4, button.top - size.height - 2)) + 'px';
    list.style.left = Math.min(Math.max(4, button.right - size.width), innerWidth - size.width - 4) + 'px';
  }, true);

  globalThis.crm = {
    read, write,
    languages: () => navigator.languages ? navigator.languages.join(',') : navigator.language,
    setTheme: (theme) => { write('crm.theme', theme); return applyTheme(theme); },
    theme: () => root.dataset.theme,
    setLanguage: (language) => { root.lang = language; },
    // Only one tab at a time may trade the refresh token in: a second use of the same one would end the session.
    lock: (name) => navigator.locks
      ? new Promise((taken) => navigator.locks.request(name, () => new Promise((release) => { locks.set(name, release); taken(); })))
      : Promise.resolve(),
    unlock: (name) => { const release = locks.get(name); locks.delete(name); if (release) release(); },
    openDialog: (dialog) => { if (dialog && !dialog.open) dialog.showModal(); },
    closeDialog: (dialog) => { if (dialog && dialog.open) dialog.close(); },
    focus: (selector) => { const target = document.querySelector(selector); if (target) { target.focus({ preventScroll: false }); target.select?.(); } },
    showRow: (selector) => document.querySelector(selector)?.scrollIntoView({ block: 'nearest' }),
    // Keys of the whole page. Letters count only while nobody is typing and no dialog is open.
    listen: (owner) => {
      const handler = (event) => {
        const control = event.ctrlKey || event.metaKey;
        if (control && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'k') {
          event.preventDefault();
          owner.invokeMethodAsync('OnPalette');
          return;
        }
        if (control || event.altKey || typing(event.target) || document.querySelector('dialog[open]')) return;
        if (event.key === '/') {
          const search = document.querySelector('[data-search]');
          if (search) { event.preventDefault(); search.focus(); search.select?.(); }
          return;
        }
        const named = event.key.length === 1 && document.querySelector(`[aria-keyshortcuts="${CSS.escape(event.key)}"]`);
        if (named) { event.preventDefault(); named.click(); return; }
        if (!['j', 'k', 'x', 'Enter', 'Escape', 'ArrowDown', 'ArrowUp'].includes(event.key)) return;
        if (!document.querySelector('[data-keys]')) return;
        const onControl = event.target.closest?.('a,button,[role=button],[role=menuitem],summary,[role=tab]');
        if (event.key === 'Enter' && onControl) return;
        if (event.key.startsWith('Arrow') && (onControl && !onControl.closest('[data-keys]'))) return;
        event.preventDefault();
        document.dispatchEvent(new CustomEvent('crmkey', { detail: event.key }));
      };
      document.addEventListener('keydown', handler);
      return { stop: () => document.removeEventListener('keydown', handler) };
    },
    rowKeys: (owner) => {
      const handler = (event) => owner.invokeMethodAsync('OnRowKey', event.detail);
      document.addEventListener('crmkey', handler);
      return { stop: () => document.removeEventListener('crmkey', handler) };
    },
    width: () => innerWidth,
    save: (name, type, text) => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([text], { type }));
      link.download = name;
      link.click();
      URL.revokeObjectURL(link.href);
    }
  };
})();
