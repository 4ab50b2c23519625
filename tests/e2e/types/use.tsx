// The element in JSX. Compiled, and never run.
import type {} from 'azureml-k8s-wizard/react';
import { useRef } from 'react';
import type { AzuremlK8sWizardElement } from 'azureml-k8s-wizard';

export const Chapter = () => {
  const wizard = useRef<AzuremlK8sWizardElement>(null);
  return (
    <azureml-k8s-wizard ref={wizard} className="wide" lang="ja" theme="dark" cluster="aks" resource-group="rg" fields="exposure,transport" eager="">
      <p>{wizard.current?.link}</p>
    </azureml-k8s-wizard>
  );
};

// @ts-expect-error: there is no such kind of cluster
export const Wrong = () => <azureml-k8s-wizard cluster="gke" />;
// @ts-expect-error: the wizard does not speak it
export const Unspoken = () => <azureml-k8s-wizard lang="tlh" />;
