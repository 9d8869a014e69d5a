import { Button, Container, Group, Loader, Paper, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { emptyFields, type UnitFields } from './new-unit.ts'
import { UnitForm } from './unit-form.tsx'

/** What a new user sees: name your unit, or look around in the sample county. */
export function Welcome(props: {
  dataFolder: string
  onCreate(fields: UnitFields): Promise<boolean>
  onSample(): Promise<void>
}) {
  const [opening, setOpening] = useState(false)
  const openSample = () => {
    setOpening(true)
    void props.onSample().finally(() => setOpening(false))
  }
  return (
    <Container size={1000} py="md">
      <Stack gap="sm">
        <div>
          <Title order={1} size="h2">
            政府信息公开工作年度报告
          </Title>
          <Text c="dimmed">登记、填报、汇总、打印都在本机完成，不用联网；报送时生成一个文件，由您发给上级。</Text>
        </div>
        <Group align="flex-start" wrap="nowrap">
          <Paper withBorder px="lg" py="md" flex={1}>
            <Title order={2} size="h4" mb="xs">
              填写本单位信息
            </Title>
            <UnitForm
              initial={emptyFields}
              codeIsFixed={false}
              startsHere
              takenCodes={[]}
              save="开始填报"
              onSave={props.onCreate}
            />
          </Paper>
          <Paper withBorder px="lg" py="md" w={260}>
            <Stack gap="sm" align="flex-start">
              <Title order={2} size="h4">
                先练一练
              </Title>
              <Text size="sm">打开一个示例县：20个乡镇、12个部门都已报送，可以随便改，不影响您自己的数据。</Text>
              <Button
                variant="default"
                onClick={openSample}
                disabled={opening}
                leftSection={opening ? <Loader size="xs" /> : null}
              >
                {opening ? '正在打开…' : '打开示例'}
              </Button>
            </Stack>
          </Paper>
        </Group>
        <Text size="xs" c="dimmed">
          数据保存在：{props.dataFolder}
        </Text>
      </Stack>
    </Container>
  )
}
