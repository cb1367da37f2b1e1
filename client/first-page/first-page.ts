import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const languages = ['en', 'ar', 'fr', 'de'] as const;
type Language = (typeof languages)[number];

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const textsOf = (language: Language): Record<string, string> =>
  Object.assign(
    {},
    ...['src/common', 'src/app', 'src/people/join'].map(folder => JSON.parse(read(`${folder}/texts/${language}.json`))),
  );

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const brand =
  '<svg width="30" height="30" viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="9" fill="#0b6b6b"/>' +
  '<circle cx="16" cy="8" r="3.5" fill="#fff"/><rect x="20.5" y="12.5" width="7" height="7" rx="1" fill="#F3C766"/>' +
  '<path d="M16 20l4 7h-8z" fill="#8FE0CC"/><path d="M8 12l4 4-4 4-4-4z" fill="#F0B9D6"/></svg>';

/** What each kind of page shows before the product has arrived. The script before the first paint fills in what the link leads to. */
const contents = {
  join: (text: (key: string) => string) => `<form id="first-join" novalidate>
<p class="first-inviter" data-first="inviter" data-invited-by="${text('join.invited-by')}" data-as="${text('join.as')}">${text('join.invited')}</p>
<h1 data-first="title" dir="auto"></h1>
<p class="first-quiet" data-first="goal" dir="auto" hidden></p>
<dl><div><dt>${text('join.when')}</dt><dd></dd></div><div><dt>${text('join.who')}</dt><dd></dd></div></dl>
<h2>${text('join.agreement.title')}</h2>
<ul>${['written', 'spoken', 'respect'].map(point => `<li>${text(`join.agreement.${point}`)}</li>`).join('')}</ul>
<div class="first-act"><label><input type="checkbox" name="agrees">${text('join.agreement.agree')}</label>
<p role="alert" data-first="agree-first" hidden>${text('join.agreement.first')}</p>
<button type="submit" name="join">${text('join.button')}</button></div>
</form>`,
  page: (text: (key: string) => string) => `<p class="first-quiet" role="status">${text('common.loading')} …</p>`,
};

function pageOf(html: string, language: Language, kind: keyof typeof contents): string {
  const texts = textsOf(language);
  const text = (key: string) => escaped(texts[key] ?? key);
  const styles = html.match(/ *<link rel="stylesheet"[^>]*>\n?/g) ?? [];
  const title = kind === 'join' ? `${text('join.title')} · ${text('app.name')}` : text('app.name');
  const css = `${read('src/design/tokens.css')}${read('first-page/first-page.css')}`
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ');
  return styles
    .reduce((page, style) => page.replace(style, ''), html)
    .replace(/<html lang="en" dir="ltr"/, `<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"`)
    .replace(/<title>.*<\/title>/, `<title>${title}</title>\n    <style>${css}</style>`)
    .replace(
      '<div id="root"></div>',
      `<div id="root"><div class="first"><header>${brand}<span>${text('app.name')}</span></header><main>${contents[kind](text)}</main></div></div>
    ${styles.map(style => style.trim()).join('\n    ')}`,
    );
}

/**
 * Makes the pages that the server sends first, in each language: with text and the Join button in the HTML, so that they
 * are there before any style sheet or script of the product has arrived.
 */
export function firstPages(): Plugin {
  return {
    name: 'first-pages',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const index = bundle['index.html'];
      if (index?.type !== 'asset') throw new Error('there is no page to begin with');
      for (const language of languages)
        for (const kind of Object.keys(contents) as (keyof typeof contents)[])
          this.emitFile({
            type: 'asset',
            fileName: `first/${language}-${kind}.html`,
            source: pageOf(String(index.source), language, kind),
          });
    },
  };
}
