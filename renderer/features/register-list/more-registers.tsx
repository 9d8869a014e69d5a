import { Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import type { Form, Table } from '../../../shared/catalogue/forms/form.ts'
import type { RegisterDefinition } from '../../../shared/catalogue/registers/register-definition.ts'
import { useKeys } from '../../kit/keys/use-keys.ts'
import { ChartsLink } from '../../kit/links/charts-link.tsx'
import { useSession } from '../../kit/session/session.ts'
import { useCalendar } from '../../kit/session/use-calendar.ts'
import { useEntryCount } from '../../store/entries/use-entries.ts'
import { useStore } from '../../store/store-context.ts'

/** 台账和节假日安排: what a township needs now and then. */
export function MoreRegisters() {
  const session = useSession()
  const { registers } = useStore().catalogue
  useKeys({ Escape: () => session.go({ screen: 'today' }) })
  return (
    <Stack gap="md" maw={900}>
      <Title order={2} size="h4">
        台账和节假日安排
      </Title>
      <SimpleGrid cols={3} spacing="sm">
        {registers
          .filter(({ place }) => place === 'more')
          .map((register) => (
            <RegisterCard key={register.id} register={register} />
          ))}
        <HolidaysCard />
      </SimpleGrid>
      <ChartsLink />
      <Text size="xs" c="dimmed">
        不登记也可以：没有台账的数字，在年报里直接填写。不得录入涉密内容。
      </Text>
    </Stack>
  )
}

/** No register, but what the deadlines of one are counted by. */
function HolidaysCard() {
  const session = useSession()
  const { start } = useStore()
  const calendar = useCalendar()
  const next = Number(start.today.slice(0, 4)) + 1
  return (
    <Paper
      withBorder
      p="md"
      component="button"
      className="home-card"
      onClick={() => session.go({ screen: 'holidays', year: next, from: session.view })}
    >
      <Text fw={600}>节假日安排</Text>
      <Text size="sm" c="dimmed">
        放假和调休上班的日期，申请的办理期限据此计算工作日。
      </Text>
      <Text size="sm" mt={4}>
        {calendar.has(next) ? `${next}年已录入` : `${next}年尚未录入`}
      </Text>
    </Paper>
  )
}

function RegisterCard({ register }: { register: RegisterDefinition }) {
  const session = useSession()
  const count = useEntryCount(session.unit.code, register.id) ?? 0
  const tables = tablesFrom(session.form, register.id)
  return (
    <Paper
      withBorder
      p="md"
      component="button"
      className="home-card"
      onClick={() => session.go({ screen: 'register', register: register.id })}
    >
      <Text fw={600}>{register.label}</Text>
      <Text size="sm" c="dimmed">
        {register.about}
        {tables.length > 0 && `${tables.map(({ name }) => name).join('、')}的数按此台账计算。`}
      </Text>
      <Text size="sm" mt={4}>
        {count === 0 ? '还没有登记' : `已登记${count}${register.unit}`}
      </Text>
    </Paper>
  )
}

/** The tables of the form in which entries of a register are counted. */
function tablesFrom({ tables, cells, derivations }: Form, register: string): readonly Table[] {
  const counted = derivations.flatMap(({ cell, plus, minus }) => {
    const isFrom = [...plus, ...minus].some((measure) => 'register' in measure && measure.register === register)
    return isFrom && cell !== null ? [cells.get(cell)?.table] : []
  })
  return tables.filter(({ id }) => counted.includes(id))
}
