import type { OutcomeKind } from '@multaqa/shared/facilitate/notes/outcomes';

/** The blocks that can be put in by typing `/`, in the order of the menu. */
export const blocks = [
  'heading.1',
  'heading.2',
  'bulletList',
  'orderedList',
  'taskList',
  'table',
  'quote',
  'rule',
] as const;
export type Block = (typeof blocks)[number];

/** By which words an entry is found: those of all languages, since people type as they think. They are never shown. */
export const searchWords: Record<OutcomeKind | Block, string> = {
  practice: 'good practice outcome bonne pratique résultat ممارسة جيدة نتيجة gute praxis ergebnis',
  gap: 'gap outcome missing lacune manque résultat ثغرة نقص نتيجة lücke ergebnis',
  support: 'support needed help outcome soutien besoin aide résultat دعم مساعدة نتيجة unterstützung hilfe ergebnis',
  idea: 'project idea outcome idée projet résultat فكرة مشروع نتيجة projektidee idee ergebnis',
  decision: 'decision outcome décision résultat قرار نتيجة beschluss entscheidung ergebnis',
  commitment: 'commitment promise outcome engagement promesse résultat التزام تعهد نتيجة zusage verpflichtung ergebnis',
  question: 'open question outcome ouverte résultat سؤال مفتوح نتيجة offene frage ergebnis',
  'heading.1': 'heading title titre عنوان überschrift',
  'heading.2': 'heading smaller title titre moyen عنوان أصغر überschrift kleinere',
  bulletList: 'bullets list puces liste قائمة نقطية aufzählung liste',
  orderedList: 'numbers list numéros liste قائمة مرقمة nummern liste',
  taskList: 'tasks list todo tâches liste مهام قائمة aufgaben liste',
  table: 'table tableau جدول tabelle',
  quote: 'quote citation اقتباس zitat',
  rule: 'line rule ligne خط فاصل linie',
};
