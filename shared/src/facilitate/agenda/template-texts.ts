import type { Names } from '../../names.ts';
import type { BlockKind, BlockText } from './block.ts';

type Full = Required<Names>;
/** A block as templates tell it, in every language. */
export type Sample = { kind: BlockKind; title: Full } & { [Text in Exclude<BlockText, 'materials'>]: Full };

/** The blocks that templates are made of. */
export const samples = {
  welcome: {
    kind: 'opening',
    title: { en: 'Welcome', ar: 'الترحيب', fr: 'Accueil', de: 'Begrüßung' },
    goal: {
      en: 'Everybody knows who is here and what we want to have at the end.',
      ar: 'معرفة الحاضرين وما نريد الوصول إليه في النهاية.',
      fr: 'Chacun sait qui est là et ce que nous voulons avoir à la fin.',
      de: 'Alle wissen, wer hier ist und was am Ende vorliegen soll.',
    },
    method: {
      en: 'Each person: name, town, and one word about the topic.',
      ar: 'تعريف قصير: الاسم والبلدية وكلمة واحدة عن الموضوع.',
      fr: 'Tour de table : nom, commune et un mot sur le sujet.',
      de: 'Reihum: Name, Kommune und ein Wort zum Thema.',
    },
  },
  practice: {
    kind: 'input',
    title: {
      en: 'A practice from one town',
      ar: 'ممارسة من إحدى البلديات',
      fr: 'Une pratique d’une commune',
      de: 'Eine Praxis aus einer Kommune',
    },
    goal: {
      en: 'One example is understood well enough to ask about it.',
      ar: 'فهم مثال واحد بما يكفي لطرح الأسئلة عنه.',
      fr: 'Un exemple est assez bien compris pour poser des questions.',
      de: 'Ein Beispiel ist so gut verstanden, dass man nachfragen kann.',
    },
    method: {
      en: 'Ten minutes at most: what was the problem, what was done, what would be done differently.',
      ar: 'عشر دقائق على الأكثر: ما المشكلة، وما الذي تم، وما الذي يمكن تغييره.',
      fr: 'Dix minutes au plus : le problème, ce qui a été fait, ce qui serait fait autrement.',
      de: 'Höchstens zehn Minuten: das Problem, was getan wurde, was anders gemacht würde.',
    },
  },
  alone: {
    kind: 'discussion',
    title: {
      en: 'Think alone, then in pairs',
      ar: 'تفكير فردي ثم ثنائي',
      fr: 'Réfléchir seul, puis à deux',
      de: 'Allein denken, dann zu zweit',
    },
    goal: {
      en: 'Everybody has a thought of their own before the first one speaks.',
      ar: 'تكوين رأي خاص لدى الجميع قبل بدء الحديث.',
      fr: 'Chacun a sa propre idée avant la première prise de parole.',
      de: 'Alle haben einen eigenen Gedanken, bevor jemand spricht.',
    },
    method: {
      en: 'One minute of silence for notes, then four minutes in pairs.',
      ar: 'دقيقة صمت لتدوين الملاحظات، ثم أربع دقائق في ثنائيات.',
      fr: 'Une minute de silence pour noter, puis quatre minutes à deux.',
      de: 'Eine Minute Stille für Notizen, dann vier Minuten zu zweit.',
    },
  },
  round: {
    kind: 'discussion',
    title: {
      en: 'One round, then talk',
      ar: 'جولة ثم نقاش',
      fr: 'Un tour, puis la discussion',
      de: 'Eine Runde, dann das Gespräch',
    },
    goal: {
      en: 'Everybody has been heard, and we know where we agree.',
      ar: 'الاستماع إلى الجميع ومعرفة نقاط الاتفاق.',
      fr: 'Chacun a été entendu, et nous savons où nous sommes d’accord.',
      de: 'Alle wurden gehört, und es ist klar, worin wir uns einig sind.',
    },
    method: {
      en: 'Two minutes for each person without replies, then an open talk.',
      ar: 'دقيقتان لكل شخص من دون ردود، ثم نقاش مفتوح.',
      fr: 'Deux minutes chacun sans réponse, puis une discussion libre.',
      de: 'Zwei Minuten für alle ohne Erwiderung, dann ein offenes Gespräch.',
    },
  },
  rooms: {
    kind: 'rooms',
    title: { en: 'Breakouts', ar: 'القاعات الفرعية', fr: 'Travail en sous-groupes', de: 'Arbeit in Gruppen' },
    goal: {
      en: 'Each room brings back what it would try, and what it needs.',
      ar: 'نتيجة من كل قاعة: ما الذي يستحق التجربة، وما الذي يلزم لذلك.',
      fr: 'Chaque salle rapporte ce qu’elle essaierait et ce qu’il lui faut.',
      de: 'Jeder Raum bringt mit, was er versuchen würde und was er dafür braucht.',
    },
    method: {
      en: 'Every person speaks once before anybody speaks twice; one person writes the notes.',
      ar: 'كلمة واحدة لكل شخص قبل أي كلمة ثانية، مع تدوين الملاحظات من شخص واحد.',
      fr: 'Chacun parle une fois avant que quelqu’un parle deux fois ; une personne prend les notes.',
      de: 'Alle sprechen einmal, bevor jemand zweimal spricht; eine Person schreibt die Notizen.',
    },
  },
  harvest: {
    kind: 'discussion',
    title: {
      en: 'What the rooms found',
      ar: 'نتائج القاعات',
      fr: 'Ce que les salles ont trouvé',
      de: 'Was die Räume fanden',
    },
    goal: {
      en: 'Everybody has heard the result of every room.',
      ar: 'اطّلاع الجميع على نتيجة كل قاعة.',
      fr: 'Tout le monde a entendu le résultat de chaque salle.',
      de: 'Alle haben das Ergebnis jedes Raums gehört.',
    },
    method: {
      en: 'Two minutes for each room, then questions.',
      ar: 'دقيقتان لكل قاعة، ثم الأسئلة.',
      fr: 'Deux minutes par salle, puis les questions.',
      de: 'Zwei Minuten je Raum, dann Fragen.',
    },
  },
  pause: {
    kind: 'break',
    title: { en: 'Break', ar: 'استراحة', fr: 'Pause', de: 'Pause' },
    goal: {
      en: 'Away from the screen.',
      ar: 'راحة بعيدًا عن الشاشة.',
      fr: 'Loin de l’écran.',
      de: 'Weg vom Bildschirm.',
    },
    method: {
      en: 'Microphones and cameras off.',
      ar: 'الميكروفونات والكاميرات مغلقة.',
      fr: 'Micros et caméras éteints.',
      de: 'Mikrofone und Kameras aus.',
    },
  },
  decision: {
    kind: 'vote',
    title: { en: 'Choose together', ar: 'اختيار مشترك', fr: 'Choisir ensemble', de: 'Gemeinsam auswählen' },
    goal: {
      en: 'It is clear what is done first, and who has doubts.',
      ar: 'وضوح الأولوية الأولى، ومعرفة التحفظات.',
      fr: 'On sait ce qui passe en premier et qui a des doutes.',
      de: 'Es ist klar, was zuerst kommt und wo Zweifel sind.',
    },
    method: {
      en: 'Read the proposals aloud, vote, then hear those who voted otherwise.',
      ar: 'قراءة المقترحات بصوت مسموع، ثم التصويت، ثم الاستماع إلى الآراء المخالفة.',
      fr: 'Lire les propositions à voix haute, voter, puis écouter ceux qui ont voté autrement.',
      de: 'Vorschläge vorlesen, abstimmen, dann abweichende Stimmen hören.',
    },
  },
  closing: {
    kind: 'closing',
    title: { en: 'Next steps', ar: 'الخطوات التالية', fr: 'Prochaines étapes', de: 'Nächste Schritte' },
    goal: {
      en: 'Everybody knows who does what until we meet again.',
      ar: 'معرفة المهام والمسؤولين عنها حتى اللقاء القادم.',
      fr: 'Chacun sait qui fait quoi d’ici la prochaine rencontre.',
      de: 'Alle wissen, wer bis zum nächsten Mal was macht.',
    },
    method: {
      en: 'Read the commitments aloud; one word from each person at the end.',
      ar: 'قراءة الالتزامات بصوت مسموع، وكلمة ختامية من كل شخص.',
      fr: 'Lire les engagements à voix haute ; un mot de chacun pour finir.',
      de: 'Zusagen vorlesen; zum Schluss ein Wort von allen.',
    },
  },
} as const satisfies Record<string, Sample>;
