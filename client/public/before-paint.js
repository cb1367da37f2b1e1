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
})();
