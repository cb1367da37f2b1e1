import type { NoteJson } from '../note-json.ts';

/** The people of these notes, by id. */
const [ada, cleo] = ['11111111-1111-4000-8000-000000000000', '22222222-1111-4000-8000-000000000000'] as const;
export const people = { [ada]: 'Ada Müller', [cleo]: 'كليو بن علي' };

/** Sentences in which scripts, digits, signs and marks meet. */
export const sentences = [
  'مرحبًا بكم في بلدية صفاقس، التاريخ ٢٠٢٦/١١/٢٣ والعدد 42 (GIZ / UNESCO) بنسبة 100%.',
  'سَلَامٌ عَلَيْكُمْ، همزة أَإِآ، لا إله إلا الله، ١٢٣.',
  'الرابط https://example.org/تونس?x=(1)&y=[2] ثم نص (بين قوسين) و«اقتباس» [١].',
  'قال Ben: «نعم!» ثم أضاف: "OK?" – وانتهى.',
  'Müllabfuhr, Größe, Straße und Maßnahmen: ÄÖÜ äöü ß.',
  'Français : « décisions prises » — œuvre, ça, où ; l’été à 18 h 30.',
  'The word بلدية means town (in Arabic: ‹بلدية›), see p. 12–14.',
  'Version 2.0 من البرنامج في 3.5.2026 at 10:30.',
  'שלום, «עולם» (2026) – טוב!',
  'Ein Smiley 🙂 und 👍 dazu.',
  'Literal signs: *stars* _lines_ `ticks` <b>tags</b> & &amp; # - + 1. | ~ \\ $ @ [x](y) = //no comment',
] as const;

const text = (words: string, ...marks: NonNullable<NoteJson['marks']>): NoteJson => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks }),
});
const mark = (type: string, attrs: Record<string, unknown> = {}) => ({ type, attrs });
const paragraph = (...content: NoteJson[]): NoteJson => ({ type: 'paragraph', content });
const node = (type: string, content: NoteJson[], attrs?: NoteJson['attrs']): NoteJson => ({
  type,
  content,
  ...(attrs && { attrs }),
});
const item = (...blocks: NoteJson[]) => node('listItem', blocks);
const said = (title: string, body: string) => [
  node('outcomeTitle', [text(title)]),
  node('outcomeBody', [paragraph(text(body))]),
];

/** A note with everything that a note can hold. */
export const corpus: NoteJson = node('doc', [
  { type: 'prompt', attrs: { prompt: 'practices.what' } },
  ...sentences.map(sentence => paragraph(text(sentence))),
  node('heading', [text('النقل العام في Sfax'), text(' (2026)')], { level: 1 }),
  node('heading', [text('Next steps')], { level: 2 }),
  paragraph(
    text('Bold', mark('bold')),
    text(', '),
    text('مائل', mark('italic')),
    text(', '),
    text('under', mark('underline')),
    text(' und '),
    text('gestrichen', mark('strike')),
    text(' with '),
    text('const x = 1;', mark('code')),
    text(' and '),
    text('a link', mark('link', { href: 'https://example.org/a_(b)?c=d&e=f' })),
    text('. '),
    { type: 'mention', attrs: { person: cleo } },
    text(' agreed.'),
  ),
  paragraph(text('سطر أول'), { type: 'hardBreak' }, text('second line')),
  paragraph(
    text('Kept '),
    text('added ', mark('insertion', { id: 's1' })),
    text('removed', mark('deletion', { id: 's2' })),
  ),
  node('bulletList', [
    item(paragraph(text('أولاً: النفايات'))),
    item(paragraph(text('Second: waste')), node('bulletList', [item(paragraph(text('متداخل nested')))])),
  ]),
  node('orderedList', [item(paragraph(text('Three'))), item(paragraph(text('أربعة')))], { start: 3 }),
  node('orderedList', [item(paragraph(text('خمسة'))), item(paragraph(text('Six')), paragraph(text('still six')))], {
    start: 5,
  }),
  node('taskList', [
    node('taskItem', [paragraph(text('Done, erledigt'))], { checked: true }),
    node('taskItem', [paragraph(text('لم يتم بعد'))], { checked: false }),
  ]),
  node('blockquote', [paragraph(text('«اقتباس من المواطنين»')), paragraph(text('A citizen said so.'))]),
  node('table', [
    node(
      'tableRow',
      ['القرار', 'Who', 'الموعد'].map(words => node('tableHeader', [paragraph(text(words))])),
    ),
    node(
      'tableRow',
      ['إنشاء حديقة', 'Jürgen Groß', '2026-12-01'].map(words => node('tableCell', [paragraph(text(words))])),
    ),
    node('tableRow', [
      node('tableCell', [paragraph(text('تحسين | النقل'))], { colspan: 2 }),
      node('tableCell', [paragraph(text('٢٠٢٧/٠٢/٠١'))]),
    ]),
  ]),
  node('codeBlock', [text('if (a < b) {\n  say("مرحبًا");\n}')], { language: 'js' }),
  { type: 'horizontalRule' },
  node(
    'outcome',
    [
      ...said('إنشاء لجنة مشتركة بين Sfax و Bonn', 'تجتمع اللجنة كل ثلاثة أشهر، وتضم 6 أعضاء.'),
      node('outcomeTranslation', said('A joint committee', 'It meets every three months.'), {
        language: 'en',
        of: 'older',
      }),
    ],
    {
      id: ada,
      kind: 'commitment',
      language: 'ar',
      people: [ada, cleo],
      owner: cleo,
      due: '2026-12-01',
      municipality: 'صفاقس',
      subtopic: 'Waste & water',
    },
  ),
  node('outcome', said('Wo fehlt Geld?', 'Für die Müllabfuhr – und für den Bus.'), { id: cleo, kind: 'gap' }),
]);
