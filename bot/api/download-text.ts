/** What a browser shows that opened an address which gives no file. */
export const downloadText = {
  gone: 'ลิงก์ดาวน์โหลดนี้ใช้ไปแล้วหรือหมดเวลา กรุณากลับไปที่หน้าเดิมแล้วกดดาวน์โหลดอีกครั้ง',
  tooMany: 'มีการดาวน์โหลดถี่เกินไป กรุณารอหนึ่งนาทีแล้วกดดาวน์โหลดอีกครั้ง',
  failed: 'ทำไฟล์ไม่สำเร็จ กรุณากลับไปที่หน้าเดิมแล้วกดดาวน์โหลดอีกครั้ง',
} as const;
