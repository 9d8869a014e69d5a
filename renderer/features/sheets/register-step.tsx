import { Button, Group, Stack, Text } from '@mantine/core'
import { knownRegister } from '../../../shared/catalogue/catalogue.ts'
import { useStore } from '../../store/store-context.ts'
import type { RegisterFit } from './sheet-work.ts'

/** Into which register: the one whose headings fit best first. */
export function RegisterStep({
  fits,
  onChoose,
  onBack,
}: {
  fits: readonly RegisterFit[]
  onChoose(register: string): void
  onBack(): void
}) {
  const { registers } = useStore().catalogue
  return (
    <Stack gap="sm">
      <Text size="sm">这是一张表格。要把里面的行登记到哪本台账？</Text>
      {fits.map(({ register, recognised }, i) => (
        <Button
          key={register}
          variant={i === 0 ? 'filled' : 'default'}
          justify="space-between"
          autoFocus={i === 0}
          rightSection={<Text size="xs">识别{recognised}列</Text>}
          onClick={() => onChoose(register)}
        >
          {knownRegister(registers, register).label}
        </Button>
      ))}
      <Group justify="flex-end">
        <Button variant="default" onClick={onBack}>
          不导入（Esc）
        </Button>
      </Group>
    </Stack>
  )
}
