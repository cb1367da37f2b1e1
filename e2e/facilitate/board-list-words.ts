/** What the list of everything on a board, its templates and its picture for thin lines say: English and Arabic. */
export const boardListWords = {
  everythingAsList: ['Everything as a list', 'عرض الكل كقائمة'],
  everythingOnBoard: ['Everything on the board', 'كل ما على اللوح'],
  newNote: ['New note', 'ملصق جديد'],
  addToBoard: ['Add', 'إضافة'],
  searchBoard: ['Search', 'بحث'],
  wordsOfThing: ['Text', 'النص'],
  frameOfThing: ['Frame', 'الإطار'],
  editThing: ['Edit', 'تعديل'],
  templatesOfBoard: ['Templates', 'القوالب'],
  notesFromList: ['Notes from a list', 'ملصقات من قائمة'],
  moreTools: ['More tools', 'أدوات أخرى'],
  workOnBoard: ['Work on the board', 'العمل على اللوح'],
} as const satisfies Record<string, readonly [english: string, arabic: string]>;
