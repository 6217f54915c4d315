/** What files of any report say by themselves. */
export const documentText = {
  /** The program's name in a file's properties; the office's people stay out of them. */
  creator: 'โปร่งใส',
  sign: '(ลงชื่อ)',
  position: 'ตำแหน่ง',
  sheets: { table: 'รายงาน', text: 'คำชี้แจง', annex: 'ภาพประกอบ' },
} as const;
