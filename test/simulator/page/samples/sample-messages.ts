import { boxCard } from './box-card.ts';
import { buttonCard } from './button-card.ts';
import { carouselCard } from './carousel-card.ts';
import { sizeCards } from './size-cards.ts';
import { spendingCard } from './spending-card.ts';
import { textCard } from './text-card.ts';

export interface Sample {
  readonly title: string;
  readonly message: Readonly<Record<string, unknown>>;
}

const flex = (title: string, contents: unknown): Sample => ({
  title,
  message: { type: 'flex', altText: title, contents },
});

/** One of each thing the page draws, all invented. */
export const sampleMessages: readonly Sample[] = [
  flex('สรุปการใช้จ่าย', spendingCard),
  flex('ปุ่มและภาพ', buttonCard),
  flex('กล่องและระยะ', boxCard),
  flex('ข้อความ', textCard),
  flex('หลายใบ', carouselCard),
  ...sizeCards.map((card) => flex(`ขนาด ${card.size}`, card)),
  {
    title: 'ข้อความพร้อมลิงก์',
    message: {
      type: 'text',
      text: 'อ่านประกาศได้ที่ https://example.com/notice/12.\nหรือโทร tel:021234567',
    },
  },
  {
    title: 'textV2',
    message: {
      type: 'textV2',
      text: 'เรียน {who} กรุณาส่งรายงาน {{ร่าง}}',
      substitution: { who: { type: 'mention', mentionee: { type: 'all' } } },
    },
  },
  {
    title: 'template: confirm',
    message: {
      type: 'template',
      altText: 'ยืนยัน',
      template: {
        type: 'confirm',
        text: 'ยืนยันการส่งเรื่องหรือไม่',
        actions: [
          { type: 'postback', label: 'ยืนยัน', data: 'yes' },
          { type: 'postback', label: 'ยกเลิก', data: 'no' },
        ],
      },
    },
  },
  {
    title: 'template: buttons',
    message: {
      type: 'template',
      altText: 'เมนู',
      template: {
        type: 'buttons',
        title: 'เมนูหลัก',
        text: 'เลือกสิ่งที่ต้องการ',
        actions: [
          { type: 'message', label: 'ดูงบประมาณ', text: 'งบ' },
          { type: 'message', label: 'ร้องเรียน', text: 'ร้องเรียน' },
        ],
      },
    },
  },
  {
    title: 'ตำแหน่ง',
    message: {
      type: 'location',
      title: 'ที่ทำการ อบต.',
      address: 'หมู่ ๑ ต.หนองบัว',
      latitude: 16.4322,
      longitude: 102.8236,
    },
  },
];
