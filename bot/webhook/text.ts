import type { Message } from '../line/line.ts';

/** An answer that was overtaken by a later one on its way. */
export function lateAnswer(): Message {
  return {
    type: 'text',
    text: 'ข้อความนี้มาถึงช้ากว่าข้อความถัดไป ระบบจึงยังไม่ได้บันทึก กรุณาส่งข้อความนี้อีกครั้ง',
  };
}

/** A conversation written by another version of the program. */
export function startAfresh(): Message {
  return {
    type: 'text',
    text: 'ขออภัย ระบบเพิ่งปรับปรุง เรื่องที่ทำค้างไว้จึงต้องเริ่มใหม่ พิมพ์ "เมนู" เพื่อดูสิ่งที่ทำได้',
  };
}
