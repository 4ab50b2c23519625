// The element in JSX, for React 19 and newer: import type {} from 'azureml-k8s-wizard/react'.
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { AzuremlK8sWizardElement, WizardAttributes } from './embed.js';

type Properties = Omit<DetailedHTMLProps<HTMLAttributes<AzuremlK8sWizardElement>, AzuremlK8sWizardElement>, keyof WizardAttributes>;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'azureml-k8s-wizard': Properties & WizardAttributes;
    }
  }
}
