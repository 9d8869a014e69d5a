import { Button, Group, Popover, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { StatutoryClock } from '../../../shared/steps/clock/statutory-clock.ts'
import { clockProblemText } from '../../../shared/wording/clock-problem.ts'
import { clockStepText } from '../../../shared/wording/clock-step.ts'
import { clockSummary } from '../../../shared/wording/clock-summary.ts'
import { TickDaysLinks } from '../../kit/links/tick-days-link.tsx'
import { useStore } from '../../store/store-context.ts'

/** The last day in one line; 为什么 shows how it comes about, step by step with the article. */
export function ClockLine({ clock }: { clock: StatutoryClock }) {
  const { start } = useStore()
  const [opened, setOpened] = useState(false)
  return (
    <Stack gap={4}>
      <Group gap="xs" align="center">
        <Text fw={600} c={clock.overdueBy > 0 ? 'red.8' : undefined} role="status" aria-label="办理期限">
          {clockSummary(clock, start.today)}
        </Text>
        <Popover
          opened={opened}
          onChange={setOpened}
          width={460}
          position="bottom-start"
          withArrow
          trapFocus
          transitionProps={{ duration: 0 }}
        >
          <Popover.Target>
            <Button
              size="compact-xs"
              variant="light"
              onClick={() => setOpened((before) => !before)}
              onKeyDown={(event) => {
                // The focus goes into the steps a moment later; Escape closes them before that, too.
                if (event.key !== 'Escape' || !opened) return
                event.preventDefault()
                setOpened(false)
              }}
            >
              为什么？
            </Button>
          </Popover.Target>
          <Popover.Dropdown>
            <Stack gap={6} component="ol" className="clock-steps" tabIndex={-1} data-autofocus>
              {clock.steps.map((step) => (
                <Text component="li" size="sm" key={JSON.stringify(step)}>
                  {clockStepText(step)}
                </Text>
              ))}
            </Stack>
          </Popover.Dropdown>
        </Popover>
        <TickDaysLinks years={clock.provisional} />
      </Group>
      {clock.problems.map((problem) => (
        <Text size="sm" c="orange.9" key={JSON.stringify(problem)}>
          {clockProblemText(problem)}
        </Text>
      ))}
    </Stack>
  )
}
