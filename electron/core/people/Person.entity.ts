import type { BothLanguages, Role } from '#shared/domain'
import { EntitySchema } from 'typeorm'
import { column } from '../db/column'

/** A person of the office. Nobody is deleted; one who left is inactive and stays in old entries. */
export interface PersonRow {
  id: number
  surname: string
  givenName: string
  patronymic: string
  position: BothLanguages
  departmentId: number | null
  login: string
  loginFolded: string
  passwordHash: string
  roles: Role[]
  active: boolean
  version: number
}

export const PersonEntity = new EntitySchema<PersonRow>({
  name: 'Person',
  tableName: 'people',
  columns: {
    id: column.id,
    surname: column.text(),
    givenName: column.text('given_name'),
    patronymic: column.text(),
    position: column.json(),
    departmentId: column.nullableInteger('department_id'),
    login: column.text(),
    loginFolded: column.text('login_folded'),
    passwordHash: column.text('password_hash'),
    roles: column.json(),
    active: column.flag(),
    version: column.integer(),
  },
})
