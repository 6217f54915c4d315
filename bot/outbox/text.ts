/** What the admin is told about sending. Thai sentences of the outbox. */
export const outboxText = {
  parked: (what: string) =>
    `ข้อความที่ส่งได้ในเดือนนี้ไม่พอสำหรับ${what} ระบบจึงรอส่งฟรีเมื่อมีคนพิมพ์ในกลุ่มแทน หากต้องการส่งทันที กรุณาเพิ่มแพ็กเกจข้อความใน LINE Official Account Manager`,
  unsure: (what: string) =>
    `ระบบไม่แน่ใจว่า${what}ไปถึงแล้วหรือไม่ จึงไม่ส่งซ้ำ กรุณาเปิดดูในกลุ่ม หากไม่พบ พิมพ์ "งบ" ในกลุ่มเพื่อเรียกดูงบประมาณ หรือส่งประกาศใหม่`,
  dead: (what: string) => `ส่ง${what}ไม่สำเร็จ LINE ไม่รับข้อความ กรุณาตรวจว่าบัญชีของหน่วยงานยังอยู่ในกลุ่ม`,
  /** What a post is called, by its kind. */
  kinds: {
    'budget-update': 'สรุปงบประมาณที่เพิ่งปรับปรุง',
    'budget-scheduled': 'สรุปงบประมาณประจำรอบ',
    notice: 'ประกาศ',
    'notice-reminder': 'การเตือนให้อ่านประกาศ',
    'notice-season': 'ข้อเสนอประกาศตามเทศกาล',
    answer: 'คำตอบ',
    'admin-news': 'ข่าวถึงผู้ดูแล',
  } as Readonly<Record<string, string>>,
  unknownKind: 'ประกาศ',
};
