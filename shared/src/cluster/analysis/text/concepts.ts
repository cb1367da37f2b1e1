import { groupedBy } from '../../../kernel/grouped.ts';
import { remembered } from './remembered.ts';
import { fold } from './words.ts';

/**
 * Words of local development that mean the same in English, French, German and Arabic, so that texts in different languages can
 * meet. It is a list of a field: it knows what towns talk about, and nothing else.
 * A word counts when it begins with an entry; `$` closes an entry, `~` finds it anywhere, as in German compounds.
 */
const lists = {
  jobs: `job employ work$ works$ worker workforce livelihood labour labor unemploy emploi travail chomage embauch beschäftig ~arbeit
    stelle$ stellen$ erwerb lebensunterhalt عمل$ تشغيل يشغل توظيف وظيف وظائف شغل بطال عمال عاطل عيش معيش`,
  youth: 'young youth adolesc jeune jung ~jugend شباب شاب$ شبان شابات يافع',
  women: `woman women girl gender female mother femme fille genre$ féminin mère$ mères$ frau ~frauen mädchen weiblich gleichstellung
    mütter mutter نساء نسا مرأة امرأة نسوي سيدات فتيات أمهات`,
  training: `training trainee vocational skill apprentic formation compétence apprenti ~bildung schulung qualifizier lehrling
    تدريب تكوين مهار تأهيل مهني`,
  education: `school universit student graduate teach education école étudiant diplom enseign élève schule schulen ~hochschul
    absolvent studier مدرس مدارس جامع طلاب طلبة خريج تعليم`,
  water: 'water irrigat eau$ eaux$ hydrauli ~wasser bewässer مياه ماء$ ري$ مائي',
  sanitation: 'sewage sewer sanitation wastewater assainissement usées ~abwasser kläranlag kanalisation صرف$',
  drought: 'drought scarcity sécheresse pénurie dürre trockenheit ~knappheit جفاف شح$ ندرة',
  waste: `waste$ garbage trash rubbish litter$ compost landfill déchet ordure poubelle décharge ~abfall ~abfälle ~müll kompost deponie
    نفايات قمامة مخلفات سماد مطمر مكب`,
  circular:
    'recycl reuse reusing circular recycl réutilis circulaire réemploi ~recycl wiederverwend kreislauf تدوير دائري',
  tourism: 'touris visitor hotel travel visiteur hôtel ~touris besucher gäste ~reise سياح سائح فندق فنادق زوار ضيافة',
  finance: `financ fund$ funds$ funding loan credit bank$ banks$ microfinanc budget money grant$ grants$ fonds$ prêt$ prêts$ crédit
    banque argent subvention ~finanz ~kredit banken darlehen haushalt fördermittel geld تمويل قروض قرض ائتمان بنك بنوك مصرف
    ميزاني موازن منح$ منحة أموال`,
  investment: 'invest ~investit ~investor استثمار مستثمر',
  planning: 'plan$ plans$ planning strateg planif ~planung pläne$ تخطيط خطة خطط استراتيج',
  energy:
    'energ energies solar electric power$ photovolt énerg solaire électri ~energie strom$ elektri طاقة طاق شمسي كهرب',
  agriculture: `agricult farm crop harvest agricol ferme fermier récolt paysan ~landwirt bauer bauern ernte ~agrar زراع مزارع فلاح
    محصول محاصيل`,
  olives: 'olive oliv oléicol زيتون زيت$',
  food: 'food aliment agroaliment nourritur ~lebensmittel ernähr nahrung غذاء أغذية غذائي',
  market: `market sell selling sales trade trader trading commerc export merchant marché$ marchés$ vente ventes vendre ~markt ~märkt
    handel händler ~handel verkauf vermarkt سوق أسواق تسويق بيع يبيع تجار تصدير صادرات مبيعات`,
  heritage:
    'heritage cultur histor monument museum patrimoine musée ~kultur erbe$ ~denkmal تراث ثقاف تاريخ متحف متاحف آثار أثري',
  crafts: `craft artisan handicraft weav leather pottery carpet tissage cuir poterie tapis ~handwerk weber weberei leder töpfer حرف$
    حرفي حرفة يدوي نسيج جلود خزف سجاد`,
  digital: `digital online internet software technolog app$ apps$ data$ numéri logiciel informati données ~daten رقمي رقمن انترنت
    تكنولوج إلكتروني بيانات برمج`,
  transport: `transport mobil bus$ buses$ road$ roads$ traffic street bicycle bike cycling railway route$ routes$ vélo tramway ~verkehr
    busse$ ~straße fahrrad radweg نقل مواصلات طرق$ طريق حافل مرور شوارع شارع`,
  housing: `housing home$ homes$ rent$ rents$ dwelling logement habitat$ loyer ~wohnung wohnraum wohnen miete mieten سكن$ سكني إسكان
    مساكن منازل بيوت إيجار`,
  participation: `participat citizen resident inhabitant consult$ consultation communit concertation citoyen habitants particip bürger
    ~bürger ~beteilig teilhabe einwohner mitbestimm مشارك مواطن سكان$ أهال مجتمع`,
  cooperatives: 'cooperativ coopérativ genossenschaft تعاوني',
  social: 'social solidar associat sozial ~sozial gemeinwohl verein اجتماعي تضامن جمعي',
  business: `business firm$ firms$ compan enterpris sme$ smes$ entrepren startup startups workshop entrepris pme$ pmes$ atelier
    ~unternehm firma$ firmen ~gründ betrieb kmu mittelstand werkstat شركة شركات منشأ منشآت رياد أعمال ناشئ ورش ورشة`,
  partnership: 'partner ppp partenar ~partner kooperation zusammenarbeit شراك شريك شركاء تعاون',
  privateSector: 'privat privé$ privée$ privés$ خاص$',
  environment: `green environment ecolog sustainab nature$ biodivers vert$ verte verts$ vertes environn écolog durable grün umwelt ökolog
    nachhaltig natur$ أخضر خضراء بيئ مستدام استدام`,
  climate: 'climat klima ~klima مناخ',
  flood: 'flood inond hochwasser überschwemm فيضان سيول',
  heat: 'heat$ heatwave shade chaleur canicul ombre hitze schatten حرارة ظل$',
  trees:
    'tree$ trees$ forest park$ parks$ garden arbre forêt jardin parc$ parcs$ baum bäume wald gärten garten أشجار شجر غابات حديق حدائق',
  health: 'health hospital clinic santé hôpital hôpitaux clinique ~gesundheit krankenh klinik صحة صحي مستشف عياد',
  children: 'child kindergarten nursery enfant crèche garderie kind$ kinder ~kinder kita أطفال طفل حضان روضة',
  migration: 'refugee migra displac réfugi déplac flüchtl geflücht zuwander لاجئ نازح هجرة مهاجر',
  administration: `administ permit procedur licen bureaucra permis guichet verwaltung ~verwaltung ~genehmig bürokrat ämter إدار ترخيص
    تراخيص إجراءات معاملات`,
  building: 'infrastruct building construct bâtiment infrastrukt bauen gebäude ~gebäude بنية بناء مبان إنشاء',
  industry: 'industr factory factories manufactur usine industri fabrik صناع مصنع مصانع',
  sea: 'fish fisher sea$ coast harbour harbor port$ ports$ pêch mer$ littoral fisch meer küste hafen صيد صياد بحر ساحل ميناء',
  inclusion:
    'disab inclus vulnerab poverty poor$ handicap pauvre ~behinder inklus armut arme$ إعاقة دمج إدماج فقر فقراء معاق',
  trust: 'governance transparen corrupt trust gouvernance confiance korrupt vertrau حوكمة شفاف فساد ثقة',
  exchange:
    'learn exchang experien knowledg apprendre échang expérien savoir lernen austausch erfahr wissen تعلم تبادل خبر معرف',
  pollution: 'pollut clean pollué propre verschmutz sauber luftqualit تلوث نظيف نظافة',
  publicSpace:
    'square$ squares$ playground placette espace$ espaces$ ~platz spielplätz freiraum ساحات ساحة ملعب فضاء فضاءات',
  elderly: 'elder senior âgé âgée ältere alte$ alten$ مسن كبار',
  informal: 'informal informel informell رسمي',
  lighting: 'lamp$ lamps$ streetlight éclairage lampadaire beleuchtung laterne إنارة إضاءة',
  emigration: 'emigra exodus émigr exode abwander ~flucht auswander هجرة مغادر',
  local: 'local regional locaux locale région lokal region محلي إقليم جهوي',
  mining:
    'mine$ mines$ mining coal quarry mineur charbon carrière kohle bergbau tagebau منجم مناجم فحم محجر فوسفات phosphat',
  vacancy: 'empty vacan abandon vacant friche leerstand brach مهجور شاغر',
  services: 'service dienste$ ~dienstleist خدمات خدمة',
  innovation: 'innovat innov ابتكار إبداع',
};

export type Concept = keyof typeof lists;

/** In the order of the list. */
const concepts = Object.keys(lists) as Concept[];

type Entry = { concept: Concept; form: string; place: 'whole' | 'start' | 'anywhere' };

const entries: readonly Entry[] = concepts.flatMap(concept =>
  lists[concept]
    .split(/\s+/)
    .filter(entry => entry !== '')
    .map(entry => ({
      concept,
      form: fold(entry.replace(/[~$]/g, '')),
      place: entry.endsWith('$') ? 'whole' : entry.startsWith('~') ? 'anywhere' : 'start',
    })),
);

const whole = groupedBy(
  entries.filter(({ place }) => place === 'whole'),
  ({ form }) => form,
);
const starts = groupedBy(
  entries.filter(({ place }) => place === 'start'),
  ({ form }) => form.slice(0, 2),
);
const anywhere = entries.filter(({ place }) => place === 'anywhere');

/** The concepts that a folded word belongs to, in the order of the list; none for most words. */
export const conceptsOf = remembered((word): readonly Concept[] => {
  const found = conceptsAt(word);
  // Arabic writes "for", "with" and "as" together with the word that follows.
  return found.length === 0 && /^[لبكف]/.test(word) && word.length > 4 ? conceptsAt(word.slice(1)) : found;
});

function conceptsAt(word: string): Concept[] {
  const found = [
    ...(whole.get(word) ?? []),
    ...(starts.get(word.slice(0, 2)) ?? []).filter(({ form }) => word.startsWith(form)),
    ...anywhere.filter(({ form }) => word.includes(form)),
  ];
  return [...new Set(found.map(({ concept }) => concept))];
}
