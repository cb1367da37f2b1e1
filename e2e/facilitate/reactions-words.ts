/** What reactions and signs are called: English and Arabic. */
export const reactionsWords = {
  react: ['React', 'تفاعل'],
  applause: ['Applause', 'تصفيق'],
  slower: ['Slower, please', 'رجاءً، ببطء أكثر'],
  iHaveAQuestion: ['I have a question', 'لديّ سؤال'],
  oneSlower: ['1 asks to go slower', 'شخص واحد يطلب الإبطاء'],
  twoSlower: ['2 ask to go slower', 'شخصان يطلبان الإبطاء'],
} as const;
