/** What the exchange calls what people press and read: English and Arabic. */
export const exchangeWords = {
  exchange: ['Exchange', 'التبادل'],
  tooLittleData: ['Too little data.', 'البيانات قليلة جدًا.'],
  notHeardTwo: ['Not heard yet (2)', 'لم يُسمع صوتهم بعد (2)'],
  notHeardOne: ['Not heard yet (1)', 'لم يُسمع صوتهم بعد (1)'],
  heardOne: ['Heard (1)', 'سُمع صوتهم (1)'],
  inviteToSpeak: ['Invite {name}', 'دعوة {name} إلى الكلام'],
  hostsWouldHear: [
    'The hosts would like to hear you. Would you like to come in?',
    'يودّ فريق التيسير سماع رأيك. هل من رغبة في المشاركة؟',
  ],
  notNow: ['Not now', 'ليس الآن'],
  ownShare: ['Your share', 'حصتك من الكلام'],
  hardlySpoken: ['You have hardly spoken yet.', 'كلامك قليل جدًا حتى الآن.'],
  whatIsMeasured: ['What is measured', 'ما الذي يُقاس'],
  measureHeard: ['Measure who was heard', 'قياس من سُمع صوته'],
  nothingMeasured: ['Nothing is measured', 'لا يُقاس أي شيء'],
} as const;
