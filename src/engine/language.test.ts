import { describe, expect, it } from 'vitest';
import { detectLanguage } from './language.ts';

const SUPPORTED = 'en zh th lo km my vi id ms fil hi bn ur ne si ta sw am ru ko ja ar fr es pt tr'.split(' ');

describe('the language of an advert', () => {
  it.each([
    [
      'en',
      'Warehouse assistant wanted for night shifts near the harbour. Training is given on the first day, pay is weekly.',
    ],
    ['zh', '招聘仓库管理员，负责收货和发货，每周工作五天，工资面议。'],
    ['zh', '誠聘文員，處理日常文件，星期一至五返工，有意請電郵履歷畀我哋。'],
    ['ja', '倉庫内での軽作業スタッフを募集しています。週3日から勤務可能です。'],
    ['ko', '물류센터에서 함께 일할 직원을 모집합니다. 주 5일 근무입니다.'],
    ['th', 'รับสมัครพนักงานคลังสินค้า ทำงานสัปดาห์ละห้าวัน มีประกันสังคม'],
    ['my', 'ဂိုဒေါင်ဝန်ထမ်း အလိုရှိသည်။ တစ်ပတ်လျှင် ငါးရက် အလုပ်လုပ်ရမည်။'],
    ['am', 'የመጋዘን ሠራተኛ እንፈልጋለን። በሳምንት አምስት ቀን ሥራ ነው።'],
    [
      'vi',
      'Cần tuyển nhân viên kho làm việc ca đêm gần cảng, lương trả hằng tuần, được đào tạo trong ngày đầu tiên đi làm.',
    ],
    [
      'sw',
      'Tunatafuta mfanyakazi wa ghala kwa kazi ya usiku karibu na bandari, mafunzo yatatolewa siku ya kwanza ya kazi.',
    ],
    ['ru', 'Требуется работник склада для ночных смен рядом с портом, обучение в первый день, оплата каждую неделю.'],
    ['ar', 'مطلوب عامل مستودع للعمل في الوردية الليلية بالقرب من الميناء ويتم التدريب في اليوم الأول والدفع أسبوعيا'],
    ['ur', 'گودام میں رات کی شفٹ کے لیے ملازم کی ضرورت ہے۔ پہلے دن تربیت دی جائے گی اور تنخواہ ہر ہفتے ملے گی۔'],
    [
      'de',
      'Wir suchen eine Lagerkraft für die Nachtschicht in der Nähe des Hafens. Die Einarbeitung erfolgt am ersten Tag, der Lohn wird wöchentlich gezahlt.',
    ],
    ['el', 'Ζητείται υπάλληλος αποθήκης για νυχτερινή βάρδια κοντά στο λιμάνι.'],
  ])('%s', (language, text) => {
    expect(detectLanguage(text, SUPPORTED)).toBe(language);
  });

  it.each([
    ['nothing', ''],
    ['digits and emoji', '15,000 - 20,000 💰💰 +1 555 010 0199'],
    ['too short', 'Typist wanted'],
    ['half English, half Thai', 'warehouse assistant wanted พนักงานคลังสินค้า ทำงาน'],
  ])('is unclear: %s', (_, text) => {
    expect(detectLanguage(text, SUPPORTED)).toBeNull();
  });

  it('some English words do not turn a Chinese advert', () => {
    expect(
      detectLanguage('请人！Customer Service 职位，薪水 RM3000 起，包住宿，请 WhatsApp 联系我们的同事', SUPPORTED),
    ).toBe('zh');
  });
});
