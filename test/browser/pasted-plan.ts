const HEADER = [
  'มิติ',
  'ภารกิจตามมิติ',
  'โครงการ/กิจกรรม/มาตรการ',
  'ผลการดำเนินงาน/ผลลัพธ์/ผลสัมฤทธิ์',
  'ระยะเวลาที่ดำเนินการแล้ว',
  'งบประมาณที่ตั้งไว้',
  'งบประมาณที่ใช้ไป',
  'ผู้รับผิดชอบ',
  'หมายเหตุ',
];

type Row = readonly string[];

const ROWS: readonly Row[] = [
  [
    'มิติที่ ๑ การสร้างสังคมที่ไม่ทนต่อการทุจริต',
    '๑.๑ การสร้างจิตสำนึก',
    '๑. โครงการอบรมคุณธรรมของบุคลากร',
    'ดำเนินการแล้วเสร็จ',
    'ธ.ค. 2568 - ก.พ. 2569',
    '20,000',
    '18,450.50',
    'สำนักปลัด',
    '',
  ],
  [
    '',
    '๑.๒ การสร้างวัฒนธรรมสุจริต',
    '๒. มาตรการป้องกันกาการทุจริตในการบริหารงานบุคคล',
    'อยู่ระหว่างดำเนินการ',
    'ตลอดปีงบประมาณ',
    '-',
    '-',
    'สำนักปลัด',
    '',
  ],
  [
    'มิติที่ ๒ การป้องกันการทุจริต',
    '๒.๑ การใช้งบประมาณ',
    '๓. กิจกรรมเผยแพร่แผนการใช้จ่ายงบประมาณบนเว็บไซต์',
    '',
    'ช่วงที่เหมาะสม',
    '',
    '',
    'กองคลัง',
    '',
  ],
  [
    '',
    '๒.๒ การให้บริการ',
    '๔. มาตรการลดขั้นตอนการให้บริการประชาชน',
    'ยังไม่ได้ดำเนินการ',
    'เม.ย. 2569 - ก.ย. 2569',
    '5,000',
    '-',
    'กองช่าง',
    'รอคู่มือฉบับใหม่',
  ],
];

/** A report as it is copied from a sheet: paragraphs, the row of headers, and these rows. */
export function pastedText(rows: readonly Row[] = ROWS): string {
  return [
    'รายงานผลการดำเนินการตามแผนปฏิบัติการป้องกันการทุจริต',
    'ขององค์การบริหารส่วนตำบลบ้านสวนริมน้ำ',
    'ประจำปีงบประมาณ พ.ศ. 2569',
    '',
    HEADER.join('\t'),
    ...rows.map((row) => row.join('\t')),
  ].join('\n');
}

/**
 * An invented plan of four measures. The 1st is as it should be; in the 2nd no money is used ("-") and a word is misread; in
 * the 3rd nothing is known of money and nobody can read the months.
 */
export const PASTED_PLAN = pastedText();

/** The plan without its last measure, and with another one. */
export const NEXT_PLAN = pastedText([
  ...ROWS.slice(0, 3),
  [
    'มิติที่ ๓ การตรวจสอบ',
    '๓.๑ การมีส่วนร่วม',
    '๔. โครงการประชาคมติดตามการใช้งบประมาณ',
    '',
    'ตลอดปีงบประมาณ',
    '3,000',
    '',
    'กองคลัง',
    '',
  ],
]);

/** A plan of more measures than stand on one page. */
export function longPlan(count: number): string {
  const first = ROWS[0] ?? [];
  return pastedText(
    Array.from({ length: count }, (_, n) =>
      first.map((cell, column) => (column === 2 ? `${n + 1}. มาตรการเผยแพร่ข้อมูลเรื่องที่ ${n + 1}` : cell)),
    ),
  );
}

/** The same as Word puts it on the clipboard: a table with looks, and a cell of two paragraphs. */
export const COPIED_HTML = `<html><head><style>p.MsoNormal{margin:0}</style></head><body><!--StartFragment-->
<p class="MsoNormal">แผนมาตรการส่งเสริมคุณธรรม ขององค์การบริหารส่วนตำบลบ้านสวนริมน้ำ ประจำปีงบประมาณ พ.ศ. 2569</p>
<table class="MsoTableGrid" onclick="alert(1)"><tr><td><p><b>มาตรการ</b></p></td><td><p>ขั้นตอนหรือวิธีการ</p></td>
<td>ผู้รับผิดชอบ</td><td>ผลการดำเนินการ</td><td>การกำกับติดตาม</td></tr>
<tr><td><p style="color:red">มาตรการเผยแพร่ข้อมูลต่อสาธารณะ</p></td>
<td><p>๑. รวบรวมข้อมูล</p><p>๒. เผยแพร่บนเว็บไซต์</p></td><td>สำนักปลัด</td><td></td><td>รายงานผู้บริหารทุกไตรมาส</td></tr></table>
<script>document.title='taken'</script><!--EndFragment--></body></html>`;
