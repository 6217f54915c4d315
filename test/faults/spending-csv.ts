/** A small spending report whose total of เบิกจ่าย, in baht, tells one upload from another. */
export function spendingCsv(disbursedBaht: number): Buffer {
  const header = 'แผนงาน,งาน,งบ,หมวด,รายการ,งบประมาณตั้งไว้,โอนเพิ่ม,โอนลด,งบประมาณหลังโอน,ผูกพัน,เบิกจ่าย,คงเหลือ';
  const line = (item: string, approved: number, disbursed: number) =>
    `แผนงานบริหารงานทั่วไป,งานบริหารทั่วไป,งบดำเนินงาน,ค่าใช้สอย,${item},${approved}.00,0,0,${approved}.00,0,${disbursed}.00,${approved - disbursed}.00`;
  return Buffer.from(
    [
      'รายงานการใช้จ่ายงบประมาณ ประจำปีงบประมาณ พ.ศ. 2569',
      'องค์การบริหารส่วนตำบลทดสอบ',
      'ข้อมูล ณ วันที่ 30 มิถุนายน 2569',
      header,
      line('ค่าจ้างเหมาบริการ', 500_000, disbursedBaht),
      line('ค่าซ่อมแซม', 300_000, 1_000),
    ].join('\n'),
  );
}
