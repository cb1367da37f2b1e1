/** What secret ballots and ballots on weak lines call what people press and read: English and Arabic. */
export const ballotWords = {
  anonymous: ['Anonymous', 'مجهول الأصوات'],
  ballotChange: ['Change my vote', 'تغيير صوتي'],
  ballotKept: [
    'Kept on this device. Your vote is sent as soon as the connection is back, if the poll is still open.',
    'محفوظ على هذا الجهاز. يُرسَل الصوت فور عودة الاتصال إن بقي الاستطلاع مفتوحاً.',
  ],
  ballotRefused: [
    'The poll was closed before your vote arrived. It was not counted.',
    'أُغلق الاستطلاع قبل وصول الصوت، فلم يُحتسب.',
  ],
  whoChose: ['Who chose what', 'من اختار ماذا'],
  tooFewBallots: [
    'Fewer than five people voted. So that nobody can be found out, this anonymous result is not shown.',
    'صوّت أقل من خمسة أشخاص. حمايةً للجميع لا تظهر هذه النتيجة مجهولة الأصوات.',
  ],
  keepAsOutcome: ['Keep as an outcome', 'حفظها كنتيجة للقاعة'],
  keptAsOutcome: ['The result stands in the notes of this room now.', 'النتيجة الآن في ملاحظات هذه القاعة.'],
} as const;
