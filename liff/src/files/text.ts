/** What the place for a file says. */
export const filesText = {
  remove: (what: string) => `เอา${what}ออก`,
  preparing: 'กำลังย่อรูป',
  uploading: (percent: number) => `กำลังส่ง ${percent}%`,
  attached: (what: string) => `แนบ${what}แล้ว`,
  tooLarge: (megabytes: number) => `ไฟล์ใหญ่เกิน ${megabytes} MB กรุณาใช้ไฟล์ที่เล็กลง`,
};
