/** What a member may do. One person may hold several. */
export type Role = 'staff' | 'finance' | 'officer' | 'executive' | 'admin';

/** Every role, in the order in which screens offer them. */
export const ROLES: readonly Role[] = ['staff', 'finance', 'officer', 'executive', 'admin'];

/** What a role is called on screens. */
export const roleNames: Readonly<Record<Role, string>> = {
  staff: 'เจ้าหน้าที่',
  finance: 'งานการเงินการคลัง',
  officer: 'เจ้าหน้าที่รับเรื่อง',
  executive: 'ผู้บริหาร',
  admin: 'ผู้ดูแลระบบ',
};

/** Whether a text is a role: what comes back from a button is not trusted. */
export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}
