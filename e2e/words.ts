import type { Language } from './people.ts';

export type Values = Record<string, string>;

/** What the product calls what people press and read, in the languages of the test people: English and Arabic. */
const words = {
  welcome: ['A meeting place for towns that seldom share a room', 'مكان لقاء لمدن قلّما تجتمع في قاعة واحدة'],
  nothingHere: ['There is no page at this address', 'لا توجد صفحة في هذا العنوان'],
  preferences: ['Preferences', 'التفضيلات'],
  shortcuts: ['Keyboard shortcuts', 'اختصارات لوحة المفاتيح'],
  save: ['Save', 'حفظ'],
  close: ['Close', 'إغلاق'],
  undo: ['Undo', 'تراجع'],
  edit: ['Edit', 'تعديل'],
  remove: ['Remove', 'إزالة'],

  signIn: ['Sign in as an organiser', 'الدخول منظِّمًا'],
  organisers: ['Organisers', 'المنظِّمون'],
  addOrganiser: ['Add an organiser', 'إضافة منظِّم'],
  oneTimeLink: ['One-time link', 'رابط يُستعمل مرة واحدة'],
  newLinkFor: ['New link for {name}', 'رابط جديد لـ{name}'],
  notSignedIn: ['Has not signed in yet', 'لم يدخل بعد'],
  signOut: ['Sign out', 'تسجيل الخروج'],
  yourDialogues: ['Your dialogues', 'حواراتك'],
  newDialogue: ['New dialogue', 'حوار جديد'],
  loadExample: ['Load the example dialogue', 'تحميل الحوار المثال'],
  createDialogue: ['Create the dialogue', 'إنشاء الحوار'],
  title: ['Title', 'العنوان'],
  goal: ['Goal', 'الهدف'],

  chooseFile: ['Choose a file', 'اختيار ملف'],
  pasteRows: ['Or paste rows', 'أو ألصِق الأسطر'],
  readRows: ['Read the rows', 'قراءة الأسطر'],
  onlyRowsToFix: ['Only rows to fix', 'الأسطر التي تحتاج إلى تصحيح فقط'],
  rowsToImport: ['Rows to import', 'الأسطر المراد استيرادها'],
  notKnown: ['“{said}” was not recognised.', '«{said}» غير معروف هنا.'],
  importOne: ['Import 1 person', 'استيراد شخص واحد'],
  importTwo: ['Import 2 people', 'استيراد شخصين'],
  exportList: ['Export', 'تصدير'],
  addPerson: ['Add a person', 'إضافة شخص'],
  editPerson: ['Edit the person', 'تعديل بيانات الشخص'],
  actionsFor: ['Actions for {name}', 'إجراءات لـ{name}'],
  name: ['Name', 'الاسم'],
  email: ['E-mail', 'البريد الإلكتروني'],
  municipality: ['Municipality', 'البلدية'],
  country: ['Country', 'البلد'],
  needs: ['Needs', 'الحاجات'],
  vision: ['Vision', 'الرؤية'],
  personalLink: ['Personal link', 'رابط شخصي'],
  copyLink: ['Copy the link', 'نسخ الرابط'],
  copied: ['Copied', 'تم النسخ'],
  revokeLink: ['Revoke the link', 'سحب الرابط'],
  linkReplaced: ['Your link was replaced', 'استُبدل رابطك'],
  linkDoesNotOpen: ['This link does not work', 'هذا الرابط لا يفتح'],
  noLongerPart: ['You no longer take part in this dialogue', 'لم تعد مشاركًا في هذا الحوار'],

  addToCalendar: ['Add to my calendar', 'إضافة إلى تقويمي'],
  copyMyLink: ['Copy my link', 'نسخ رابطي'],
  theirLinks: ['Their links', 'روابطهم'],
  mailMerge: ['Download for a mail merge', 'تنزيل ملف للمراسلة الجماعية'],
  agree: ['I agree', 'أوافق'],
  agreeFirst: ['Please agree first.', 'الموافقة مطلوبة أولًا.'],
  join: ['Join the dialogue', 'الانضمام إلى الحوار'],
  returnToSession: ['Return to the session', 'العودة إلى الجلسة'],
  toDialogue: ['Go to the dialogue', 'الذهاب إلى الحوار'],
  notInSession: ['You are no longer in this session', 'لم تعد في هذه الجلسة'],
  tryAgain: ['Try again', 'المحاولة من جديد'],
  howToTakePart: ['How will you take part?', 'كيف تشارك؟'],
  camera: ['Camera and microphone', 'الكاميرا والميكروفون'],
  sound: ['Sound only', 'الصوت فقط'],
  textOnly: ['Text only', 'الكتابة فقط'],
  goOn: ['Continue', 'متابعة'],
  testConnection: ['Test the connection', 'فحص الاتصال الآن'],
  testAgain: ['Test again', 'إعادة الفحص'],

  sessions: ['Sessions', 'الجلسات'],
  planSession: ['Plan a session', 'تحديد جلسة'],
  enterSession: ['Enter the session', 'دخول الجلسة'],
  sixSteps: ['The six steps of this dialogue', 'خطوات هذا الحوار الست'],
  checkCamera: ['Check camera and microphone', 'تجربة الكاميرا والميكروفون'],
  openSession: ['Open the session', 'فتح الجلسة'],
  openThisSession: ['Open this session?', 'هل تُفتح هذه الجلسة؟'],
  closeSession: ['Close the session', 'إغلاق الجلسة'],
  sessionOver: ['“{title}” is over. Thank you!', 'انتهت «{title}». شكرًا لكم!'],

  readDraft: ['Read the draft', 'قراءة المسودة'],

  lobby: ['Lobby', 'الردهة'],
  plenary: ['Plenary', 'الجلسة العامة'],
  people: ['People', 'الحاضرون'],
  everybody: ['Everybody in the room', 'كل من في القاعة'],
  useThisOne: ['Use this one', 'استعمال هذا الجهاز'],
  closePanel: ['Close the panel', 'إغلاق اللوحة'],
  checkDevices: ['Check devices and connection', 'فحص الأجهزة والاتصال'],
  shareScreen: ['Share', 'مشاركة'],
  showScreen: ['Show it', 'عرضها'],
  stopSharing: ['Stop sharing', 'إيقاف المشاركة'],
  letIn: ['Let {name} in', 'إدخال {name}'],
  more: ['More', 'المزيد'],
  leave: ['Leave', 'مغادرة'],
  mute: ['Mute', 'كتم الصوت'],
  unmute: ['Unmute', 'فتح الصوت'],
  youSpeak: ['Others hear you while you hold down the space bar.', 'صوتك مسموع ما دام مفتاح المسافة مضغوطًا.'],
  turnSoundOn: ['Turn sound on', 'تشغيل الصوت'],
  reconnecting: ['Reconnecting… your text is kept on this device', 'جارٍ إعادة الاتصال… نصّك محفوظ على هذا الجهاز'],
  chat: ['Chat', 'المحادثة'],
  write: ['Write to the room', 'اكتب إلى القاعة'],
  whoseChat: ['Which chat', 'أي محادثة'],
  readingAlong: ['Also reading this chat, from another room: {names}', 'يتابع من قاعة أخرى: {names}'],
  makeFacilitator: ['Make facilitator of this room', 'تكليف بتيسير هذه القاعة'],
  hostActions: ['Actions for {name}', 'إجراءات بشأن {name}'],
  muteOne: ['Mute', 'كتم الميكروفون'],
  isWriting: ['{name} is writing…', 'كتابة الآن من {name}…'],
  announce: ['Write to all rooms', 'اكتب إلى كل القاعات'],
  send: ['Send', 'إرسال'],
  reply: ['Reply', 'رد'],
  waits: ['waiting to be sent', 'بانتظار الإرسال'],
  messageActions: ['Actions for the message of {name}', 'إجراءات لرسالة {name}'],
} as const satisfies Record<string, readonly [english: string, arabic: string]>;

export type Word = keyof typeof words;

/** Finds one of these words as the whole text or name of something, with `{values}` put in. */
export const wordsOf =
  (language: Language) =>
  (word: Word, values: Values = {}): RegExp => {
    const pattern = escaped(words[word][language === 'en' ? 0 : 1]);
    return new RegExp(`^${pattern.replace(/\\\{(\w+)\\\}/g, (_, name) => isolated(values[name] ?? ''))}$`);
  };

// The product may set a value into marks that keep its direction apart from the sentence around it.
const isolated = (value: string): string => `\u2068?${escaped(value)}\u2069?`;
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
