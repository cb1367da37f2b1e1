/** A paragraph that Word means as an entry of a list: how deep, and by which sign. */
type Entry = { paragraph: HTMLElement; level: number; isNumbered: boolean; start: number };

/**
 * Makes lists of the paragraphs that Word writes for them: `<p class=MsoListParagraph style="mso-list:l0 level2 lfo1">`, with the
 * sign as text in a span of its own (`mso-list:Ignore`).
 */
export function listsOfWord(body: HTMLElement): void {
  for (const run of runsOf(body)) {
    const [first] = run;
    if (!first) continue;
    const list = listOf(run, body.ownerDocument);
    first.paragraph.replaceWith(list);
    for (const { paragraph } of run.slice(1)) paragraph.remove();
  }
}

/** Entries that follow each other, as one run. */
function runsOf(body: HTMLElement): Entry[][] {
  const runs: Entry[][] = [];
  let last: Element | null = null;
  for (const paragraph of body.querySelectorAll<HTMLElement>('p, h1, h2, h3, h4, h5, h6')) {
    const entry = entryOf(paragraph);
    if (!entry) continue;
    const isNext = last !== null && paragraph.previousElementSibling === last;
    if (isNext) runs.at(-1)?.push(entry);
    else runs.push([entry]);
    last = paragraph;
  }
  return runs;
}

function entryOf(paragraph: HTMLElement): Entry | null {
  const style = paragraph.getAttribute('style') ?? '';
  const [, level] = /mso-list:\s*\S+\s+level(\d+)/i.exec(style) ?? [];
  if (!level) return null;
  const sign = [...paragraph.querySelectorAll<HTMLElement>('span')].find(span =>
    /mso-list:\s*ignore/i.test(span.getAttribute('style') ?? ''),
  );
  const words = (sign?.textContent ?? '').replace(/[\s\u00a0]/g, '');
  sign?.remove();
  // "1.", "a)", "١."; a bullet is any other sign. A lone "o" is Word's bullet of the second level.
  const isNumbered = /^[\p{L}\p{N}]{1,4}[.)]/u.test(words);
  return { paragraph, level: Math.min(9, Number(level)), isNumbered, start: Number.parseInt(words, 10) || 1 };
}

function listOf(entries: readonly Entry[], page: Document): HTMLElement {
  const root = newList(entries[0], page);
  const open = [{ list: root, level: entries[0]?.level ?? 1 }];
  for (const entry of entries) {
    while (open.length > 1 && (open.at(-1)?.level ?? 0) > entry.level) open.pop();
    let top = open.at(-1);
    const parent = top?.list.lastElementChild;
    if (top && parent && entry.level > top.level) {
      const list = newList(entry, page);
      parent.append(list);
      top = { list, level: entry.level };
      open.push(top);
    }
    const line = page.createElement('p');
    line.append(...entry.paragraph.childNodes);
    const { dir } = entry.paragraph;
    if (dir) line.dir = dir.toLowerCase();
    const item = page.createElement('li');
    item.append(line);
    top?.list.append(item);
  }
  return root;
}

function newList(entry: Entry | undefined, page: Document): HTMLElement {
  if (!entry?.isNumbered) return page.createElement('ul');
  const list = page.createElement('ol');
  if (entry.start > 1) list.start = entry.start;
  return list;
}
