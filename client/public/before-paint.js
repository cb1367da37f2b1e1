// Runs before the first paint, so that neither the colours nor the direction change under the eyes.
(() => {
  const recall = key => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const page = document.documentElement;
  const theme = recall('multaqa.theme');
  const isDark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  page.dataset.mantineColorScheme = isDark ? 'dark' : 'light';
  page.style.backgroundColor = isDark ? '#12181C' : '#FBF8F3';
  const language = recall('multaqa.language') || navigator.language || '';
  if (language.startsWith('ar')) page.dir = 'rtl';
  const chosen = recall('multaqa.language');
  if (chosen && chosen !== page.lang) page.dataset.first = 'elsewhere';

  // The invitation is there before the product: it asks what the link leads to, and keeps what is told to it for the product.
  const token = location.hash.slice(1);
  if (!/^\/j\/?$/.test(location.pathname) || !token) return;
  // The secret leaves the address bar before anything is drawn.
  history.replaceState(history.state, '', location.pathname + location.search);
  const first = { token, agrees: false, isPressed: false, isAsked: false, focus: null, invitation: null };
  globalThis.multaqaFirst = first;
  first.invitation = fetch('/api/links/preview', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ token }),
  })
    .then(response => (response.ok ? response.json() : null))
    .catch(() => null);
  const at = name => document.querySelector(`.first [data-first="${name}"]`);
  const drawn = new Promise(resolve => {
    const look = () => at('title') && resolve();
    document.addEventListener('readystatechange', look);
  });
  void Promise.all([first.invitation, drawn]).then(([invitation]) => {
    const inviter = at('inviter');
    if (!invitation || !inviter) return;
    at('title').textContent = invitation.title;
    at('goal').textContent = invitation.goal;
    at('goal').hidden = !invitation.goal;
    const { invitedBy, as } = inviter.dataset;
    if (invitation.inviter) inviter.textContent = invitedBy.replace('{{inviter}}', `\u2068${invitation.inviter}\u2069`);
    if (!invitation.name) return;
    const name = document.createElement('span');
    name.className = 'first-quiet';
    name.textContent = as.replace('{{name}}', `\u2068${invitation.name}\u2069`);
    inviter.append(name);
  });
  document.addEventListener('change', ({ target }) => {
    if (!target.closest('#first-join')) return;
    first.agrees = target.checked;
    first.isAsked = false;
    at('agree-first').hidden = true;
  });
  document.addEventListener('focusin', ({ target }) => {
    if (target.closest('#first-join')) first.focus = target.name;
  });
  document.addEventListener('submit', event => {
    if (event.target.id !== 'first-join') return;
    event.preventDefault();
    at('agree-first').hidden = first.agrees;
    first.isPressed = first.agrees;
    first.isAsked = !first.agrees;
    event.target.elements.join.setAttribute('aria-busy', String(first.agrees));
  });
})();
