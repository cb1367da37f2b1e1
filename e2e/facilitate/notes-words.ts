/** What the notes call what people press and read: English and Arabic. */
export const notesWords = {
  notes: ['Notes', 'الملاحظات'],
  theNotes: ['Notes', 'الملاحظات'],
  saved: ['Saved', 'محفوظة'],
  onThisDevice: ['Kept on this device', 'محفوظة على هذا الجهاز'],
  allOutcomes: ['All outcomes', 'كل النتائج'],
  thisRoom: ['This room', 'هذه القاعة'],
  toItsPlace: ['{title}: go to its place in the notes', '{title}: الانتقال إلى موضعها في الملاحظات'],
  bringTogether: ['Bring everything together', 'جمع كل شيء'],
  bringIn: ['Bring in: {title}', 'إضافة: {title}'],
  bringInAll: ['Bring in everything', 'إضافة الكل'],
  signOff: ['Sign off', 'اعتماد'],
  openResultsAgain: ['Open again', 'فتح من جديد'],
  moreAboutNotes: ['More about these notes', 'المزيد عن هذه الملاحظات'],
  versions: ['Versions', 'النسخ'],
  handOverNotes: ['Hand over the notes', 'تسليم تدوين الملاحظات'],
} as const;
