// What a script of somebody else's may do with the element. Compiled, and never run.
import 'azureml-k8s-wizard';
import type { FieldId, OutputId, StepId, WizardResult } from 'azureml-k8s-wizard';

const wizard = document.createElement('azureml-k8s-wizard');
wizard.link = 'cluster=aks&workload=training';
wizard.setAttribute('steps', 'endpoint,settings');
const before: WizardResult | null = wizard.result;
console.log(wizard.error);

wizard.addEventListener('wizard-change', ({ detail, currentTarget }) => {
  const missing: FieldId[] = detail.steps.flatMap(({ outputs }) => outputs).flatMap(({ placeholders }) => placeholders);
  const errors = detail.findings.filter(({ severity }) => severity === 'error').map(({ message }) => message);
  const step: StepId | undefined = detail.steps.find(({ id }) => id === 'create-extension')?.id;
  const forms: OutputId[] = detail.steps[0]?.outputs.map(({ id }) => id) ?? [];
  console.log(missing, errors, step, forms, currentTarget);
});
document.addEventListener('wizard-ready', ({ detail }) => console.log(detail.link));
document.querySelector('azureml-k8s-wizard')?.addEventListener('wizard-error', ({ detail }) => {
  if (detail instanceof Error) console.log(detail.message, before?.version);
});

// @ts-expect-error: only the wizard says what follows from a scenario
wizard.result = null;
// @ts-expect-error: only the wizard says why it has failed
wizard.error = null;
// @ts-expect-error: a link is a text
wizard.link = 7;
// @ts-expect-error: there is no such question
const unknown: FieldId = 'colour';
// @ts-expect-error: there is no such step
const nowhere: StepId = 'create';
// @ts-expect-error: there may be no result yet
wizard.result.steps;
// @ts-expect-error: an error is anything
document.addEventListener('wizard-error', ({ detail }) => detail.message);
console.log(unknown, nowhere);
