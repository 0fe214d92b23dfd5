import { useFonts } from '#core/paper/fonts'
import type { LetterFacts } from '#core/letters/paper/letterFacts'
import { Templates } from '#core/letters/templates.service'
import { goesToBody, TEMPLATE_FIELDS, type LetterLanguage, type LetterPurpose, type TemplateField } from '#shared/domain'
import { join } from 'node:path'

useFonts(join(process.cwd(), 'resources/fonts'))

const SHIPPED = join(process.cwd(), 'resources/letters')
/** The shipped templates; the office has none of its own. */
export const shipped = new Templates(SHIPPED, join(SHIPPED, 'no-such-folder'))

const KK: Partial<Record<TemplateField, string>> = {
  number: 'Ш-0214/26',
  date: '2026 жылғы 18 желтоқсан',
  incomingNumber: 'Ж-0619/26',
  incomingDate: '2026 жылғы 11 желтоқсан',
  kind: 'мемлекеттік қызметтер көрсету мәселелері бойынша шағым',
  subject: 'Балабақша кезегі',
  service: 'Мектепке дейінгі ұйымдарға балаларды кезекке қою',
  applicant: 'Сейтқали А. М.',
  applicantAddress: '020000, Көкшетау қ., Абай к-сі, 12, 5-пәтер',
  text: 'Кезек нөмірінің өзгергені тексерілді. 2026 жылғы қазанда кезекке жеңілдік санаты бар 40 бала қойылған, сондықтан Сіздің балаңыздың нөмірі 1214 орнына 1254 болған.\n\nЖолдама 2027 жылғы қаңтарда беріледі.',
  reason: 'Балабақшадан қосымша мәлімет сұратылды, ол әлі түскен жоқ.',
  decision: 'шағымды қанағаттандырусыз қалдыру',
  higherBody: 'Қазақстан Республикасының мемлекеттік қызметтер көрсету сапасын бағалау және бақылау жөніндегі уәкілетті органы',
  higherBodyAddress: '010000, Астана қ., Мәңгілік Ел даңғылы, 8',
  higherBodyTerm: '15 жұмыс күні',
  court: 'Көкшетау қаласының мамандандырылған ауданаралық әкімшілік соты',
  basis: '№ 88-V Заң 25 (4)',
  deadline: '2026 жылғы 21 желтоқсан',
  until: '2027 жылғы 8 қаңтар',
  body: '«Азаматтарға арналған үкімет» мемлекеттік корпорациясы» КЕАҚ',
  bodyHead: 'Басқарма төрағасына',
  part: 'қызметкердің әрекетіне қатысты бөлігінде.',
  missing: 'күні мен қолы\nқоса берілген құжаттардың тізбесі',
  ground: 'осы мәселе бойынша сотқа талап қойылған',
  office: 'Ақмола облысының білім басқармасы',
  officeAddress: '020000, Көкшетау қ., Сәтпаев к-сі, 1а',
  officePhone: '+7 (7162) 90-31-16',
  contactCentre: '1414, 8 800 080 7777',
  answerPlace: '303-кабинет, Көкшетау қ., Сәтпаев к-сі, 1а',
}

const RU: Partial<Record<TemplateField, string>> = {
  number: 'Ш-0214/26',
  date: '18 декабря 2026 года',
  incomingNumber: 'Ж-0619/26',
  incomingDate: '11 декабря 2026 года',
  kind: 'жалоба по вопросам оказания государственных услуг',
  subject: 'Очередь в детский сад',
  service: 'Постановка детей на очередь в дошкольные организации',
  applicant: 'Петренко О. В.',
  applicantAddress: '020000, г. Кокшетау, ул. Абая, 12, кв. 5',
  text: 'Изменение номера очереди проверено. В октябре 2026 года в очередь поставлены 40 детей льготной категории, поэтому номер Вашего ребёнка изменился с 1214 на 1254.\n\nНаправление будет выдано в январе 2027 года.',
  reason: 'У детского сада запрошены дополнительные сведения, они ещё не поступили.',
  decision: 'оставить жалобу без удовлетворения',
  higherBody: 'уполномоченный орган по оценке и контролю за качеством оказания государственных услуг',
  higherBodyAddress: '010000, г. Астана, пр. Мәңгілік Ел, 8',
  higherBodyTerm: '15 рабочих дней',
  court: 'специализированный межрайонный административный суд города Кокшетау',
  basis: 'Закон № 88-V 25 (4)',
  deadline: '21 декабря 2026 года',
  until: '8 января 2027 года',
  body: 'НАО «Государственная корпорация „Правительство для граждан“»',
  bodyHead: 'Председателю правления',
  part: 'в части действий работника.',
  missing: 'дата и подпись\nперечень прилагаемых документов',
  ground: 'по этому вопросу подан иск в суд',
  office: 'Управление образования Акмолинской области',
  officeAddress: '020000, г. Кокшетау, ул. Сатпаева, 1а',
  officePhone: '+7 (7162) 90-31-16',
  contactCentre: '1414, 8 800 080 7777',
  answerPlace: 'каб. 303, г. Кокшетау, ул. Сатпаева, 1а',
}

/** Every field of a letter in its language; those not given are empty. */
export function fieldsOf(
  language: LetterLanguage,
  changes: Partial<Record<TemplateField, string>> = {},
): Record<TemplateField, string> {
  const given = { ...(language === 'kk' ? KK : RU), ...changes }
  return Object.fromEntries(TEMPLATE_FIELDS.map((field) => [field, given[field] ?? ''])) as Record<TemplateField, string>
}

/** A signed letter: an answer in Kazakh where nothing else is said. */
export function letterFacts(changes: Partial<LetterFacts> = {}): LetterFacts {
  const { purpose = 'answer', language = 'kk' } = changes
  const fields = fieldsOf(language)
  const applicant = { name: fields.applicant, lines: [fields.applicantAddress] }
  const body = { name: fields.body, lines: [fields.bodyHead] }
  return {
    purpose,
    language,
    office: {
      name: { kk: 'Ақмола облысының білім басқармасы', ru: 'Управление образования Акмолинской области' },
      address: { kk: '020000, Көкшетау қ., Сәтпаев к-сі, 1а', ru: '020000, г. Кокшетау, ул. Сатпаева, 1а' },
      phone: '+7 (7162) 90-31-16',
      email: 'kense@akmola-bilim.example',
    },
    number: 'Ш-0214/26',
    signedOn: '2026-12-18',
    incoming: { number: 'Ж-0619/26', on: '2026-12-11' },
    recipient: goesToBody(purpose) ? body : applicant,
    body: 'Мәтін.',
    signer: { name: 'Б. Нұрланов', position: { kk: 'Басқарма басшысы', ru: 'Руководитель управления' } },
    executor: { name: 'Оспанова Г. Т.', phone: '+7 (7162) 90-31-20' },
    createdAt: '2026-12-18T09:30:00.000Z',
    ...changes,
  }
}

/** A letter with the shipped template, filled. */
export async function shippedLetter(
  purpose: LetterPurpose,
  language: LetterLanguage,
  fields: Partial<Record<TemplateField, string>> = {},
): Promise<LetterFacts> {
  return letterFacts({ purpose, language, body: await shipped.fill(purpose, language, fieldsOf(language, fields)) })
}
