/** What polls call what people press and read: English and Arabic. */
export const pollsWords = {
  polls: ['Polls', 'الاستطلاعات'],
  newPoll: ['New poll', 'استطلاع جديد'],
  template: ['Begin with a template', 'البدء بنموذج'],
  saveAndStart: ['Save and start', 'حفظ وبدء'],
  startPoll: ['Start a poll', 'بدء استطلاع'],
  start: ['Start', 'بدء'],
  vote: ['Vote', 'التصويت'],
  voteCounted: [
    'Your vote is counted. You can change it until the poll is closed.',
    'احتُسب صوتك، ويمكن تغييره حتى إغلاق الاستطلاع.',
  ],
  closePoll: ['Close the poll', 'إغلاق الاستطلاع'],
  runAgain: ['Run it again', 'إجراؤه مرة أخرى'],
  moreAboutPoll: ['More about this poll', 'المزيد عن هذا الاستطلاع'],
  whatIsShown: ['What is shown', 'ما يُعرض'],
} as const;
