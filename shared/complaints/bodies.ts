/** A body outside the office that takes complaints. */
export interface OutsideBody {
  readonly id: 'nacc' | 'pacc' | 'damrong' | 'audit' | 'district';
  /** At most 20 graphemes, for buttons. */
  readonly label: string;
  readonly name: string;
  /** Public telephone number, where one is known to be the same all over the country. */
  readonly hotline?: string;
  readonly website?: string;
}

/** Where a citizen can go instead, and to whom an officer can refer a case. */
export const OUTSIDE_BODIES: readonly OutsideBody[] = [
  {
    id: 'nacc',
    label: 'ป.ป.ช.',
    name: 'สำนักงานคณะกรรมการป้องกันและปราบปรามการทุจริตแห่งชาติ (ป.ป.ช.)',
    hotline: '1205',
    website: 'https://wbs.nacc.go.th',
  },
  {
    id: 'pacc',
    label: 'ป.ป.ท.',
    name: 'สำนักงานคณะกรรมการป้องกันและปราบปรามการทุจริตในภาครัฐ (ป.ป.ท.)',
    hotline: '1206',
    website: 'https://pacc.go.th/e-service',
  },
  {
    id: 'damrong',
    label: 'ศูนย์ดำรงธรรม',
    name: 'ศูนย์ดำรงธรรม กระทรวงมหาดไทย',
    hotline: '1567',
  },
  { id: 'audit', label: 'สตง.', name: 'สำนักงานการตรวจเงินแผ่นดิน (สตง.)' },
  { id: 'district', label: 'อำเภอ', name: 'ที่ว่าการอำเภอ (นายอำเภอ)' },
];

/** The bodies a citizen can call at once, in the order in which they are shown. */
export const PUBLIC_BODIES: readonly OutsideBody[] = OUTSIDE_BODIES.filter(
  ({ hotline }) => hotline !== undefined,
);
