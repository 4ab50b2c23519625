// The interface of the element for scripts: its attributes, properties and events.

// The lists of ids are written from the wizard's tables by `cargo xtask generate`.
// generated: ids

/** The questions, and the values of each as an attribute and in a link. */
export interface FieldValues {
  'edition': 'current' | 'arc-preview' | 'aks-v1';
  'cluster': 'arc' | 'aks';
  'openshift': 'yes' | 'no';
  'connected': 'yes' | 'no';
  'subscription': string;
  'resource-group': string;
  'cluster-name': string;
  'region': string;
  'node-count': string;
  'workload': 'training' | 'inference' | 'both';
  'exposure': 'public' | 'internal' | 'node-port' | 'cluster-ip';
  'transport': 'https' | 'http';
  'certificate': 'files' | 'secret';
  'cert-file': string;
  'key-file': string;
  'tls-secret': string;
  'cname': string;
  'router-ha': 'yes' | 'no';
  'nvidia-plugin': 'yes' | 'no';
  'nvidia-plugin-present': 'yes' | 'no';
  'log-analytics': 'yes' | 'no';
  'volcano': 'yes' | 'no';
  'prometheus-operator': 'yes' | 'no';
  'dcgm-exporter': 'yes' | 'no';
  'node-selector': string;
  'extension-name': string;
  'auto-upgrade': 'yes' | 'no';
  'extension-version': string;
  'workspace': string;
  'workspace-resource-group': string;
  'workspace-subscription': string;
  'compute-name': string;
  'namespace': string;
  'identity': 'none' | 'system-assigned' | 'user-assigned';
  'identity-ids': string;
  'task': 'create' | 'attach' | 'detach';
  'purpose': 'production' | 'dev-test';
  'vm-size': string;
  'vm-cores': string;
  'load-balancer': 'public' | 'internal';
  'load-balancer-subnet': string;
  'vnet-name': string;
  'vnet-resource-group': string;
  'subnet-name': string;
  'service-cidr': string;
  'dns-service-ip': string;
  'docker-bridge-cidr': string;
}

/** The id of a question: the name of an attribute, a key of a link, and what findings and placeholders name. */
export type FieldId = keyof FieldValues;

/** The wizard steps, the groups of questions, as the attribute `steps` names them. */
export type ChapterId = 'cluster' | 'workload' | 'endpoint' | 'settings' | 'workspace';

/** The steps of a plan, as the attribute `output` names them. */
export type StepId = 'sign-in' | 'tools' | 'providers' | 'connect-cluster' | 'openshift-scc' | 'tls-secret' | 'create-extension' | 'verify-extension' | 'create-namespace' | 'attach-compute' | 'verify-compute' | 'detach-compute' | 'delete-extension' | 'list-versions' | 'create-cluster' | 'attach-cluster' | 'detach-cluster';

/** The outputs: the forms of a step. */
export type OutputId = 'cli' | 'python' | 'manifest' | 'compute-yaml' | 'scc-users' | 'scc-oc' | 'scc-rolebinding' | 'studio';

/** The languages of the wizard. */
export type Language = 'en' | 'ko' | 'ja' | 'de' | 'fr';

/** The shells that commands are written for. */
export type Shell = 'bash' | 'powershell' | 'cmd';

/** The severity of a finding. */
export type Severity = 'error' | 'warning' | 'info';

/** Why a pair of a link has no effect. */
export type IgnoredReason = 'unknown-field' | 'unknown-value' | 'empty-value' | 'not-text' | 'repeated' | 'unknown-version';

/** What a resource is. */
export type ResourceKind = 'azure' | 'deployment' | 'daemonset' | 'statefulset';

/** The use that a cluster is sized for. */
export type SizeTier = 'test' | 'production';

/** The identity that needs a role. */
export type RoleHolder = 'workspace' | 'compute' | 'endpoint';

// end of generated

/** The wizard's colours; without one, those of the host page. */
export type Theme = 'auto' | 'light' | 'dark';

/** A page of documentation, its own date, and the day on which it was read. */
export interface Source {
  url: string;
  /** `null` for a page without a date. */
  dated: string | null;
  read: string;
}

/** Something that is wrong or worth knowing. A name or value that cannot be used is `invalid-<field>`. */
export interface Finding {
  id: string;
  severity: Severity;
  fields: FieldId[];
  message: string;
  source: Source | null;
}

/** A pair of a link that could not be used, and why. */
export interface Ignored {
  key: string;
  value: string;
  reason: IgnoredReason;
}

/** One form of a step. */
export interface Output {
  id: OutputId;
  language: Shell | 'python' | 'yaml' | 'text';
  text: string;
  /** The missing fields, whose placeholders are in the text as `<field>`. */
  placeholders: FieldId[];
}

/** A note of a step. For a misprint, also the printed text and the correct one. */
export interface Note {
  id: string;
  text: string;
  printed?: string;
  right?: string;
  source?: Source;
}

/** A step of the plan. */
export interface Step {
  id: StepId;
  title: string;
  /** Whether it undoes other steps. */
  clean_up: boolean;
  outputs: Output[];
  notes: Note[];
  sources: string[];
}

/** A setting that the extension gets. */
export interface Setting {
  key: string;
  settings: string[];
  protected: boolean;
  source: Source;
}

/** What will exist once the plan has run. */
export interface Resource {
  name: string;
  kind: ResourceKind;
  setting: string | null;
  does: string;
}

/** What the extension requires of a cluster. */
export interface Amount {
  cpu_request_millicores: number;
  cpu_limit_millicores: number;
  memory_request_mebibytes: number;
  memory_limit_mebibytes: number;
}

/** A row of the documentation's table of sizes. */
export interface Tier extends Amount {
  tier: SizeTier;
  nodes: number;
  vm_cores: number;
  vm_memory_gibibytes: number;
  vm_size: string;
}

/** A role: who needs it, on which resource, and what does not work without it. */
export interface Role {
  role: string;
  holder: RoleHolder;
  on: string;
  lack: string | null;
}

/** What a code of the health check means. */
export interface Check {
  code: string;
  fields: FieldId[];
  text: string;
}

/** The same scenario in the current edition. */
export interface Migration {
  link: string;
  changes: { id: string; was: string | null; is: string | null; text: string }[];
  lost: { field: FieldId; value: string }[];
}

/** The complete result of a scenario. */
export interface WizardResult {
  version: 1;
  edition: FieldValues['edition'];
  /** The scenario, as in a link. */
  link: string;
  findings: Finding[];
  ignored: Ignored[];
  steps: Step[];
  settings: Setting[];
  resources: Resource[];
  sizes: { tiers: Tier[]; chosen: Amount; nodes: number } | null;
  roles: Role[];
  troubleshoot: Check[];
  migration: Migration | null;
  sources: Source[];
}

/** The attributes of the element. Each may change at any time. */
export interface WizardAttributes extends Partial<FieldValues> {
  /** By default that of the host page, if the wizard has it. */
  lang?: Language;
  theme?: Theme;
  shell?: Shell;
  /** A scenario to begin with, `cluster=aks&workload=training`. */
  link?: string;
  /** The wizard steps that are shown, separated by commas; by default all. */
  steps?: string;
  /** The questions that are shown, separated by commas; by default all. */
  fields?: string;
  /** The steps of the plan that are shown, separated by commas, or `none`; by default all. */
  output?: string;
  /** Whether it loads at once, not when it comes into view. */
  eager?: '';
}

/** The events of the element. They bubble and leave its shadow root. */
export interface WizardEventMap {
  /** The element is ready for use. */
  'wizard-ready': CustomEvent<WizardResult>;
  /** An answer has changed, and the result with it. */
  'wizard-change': CustomEvent<WizardResult>;
  /**
   * A file was not loaded or is not allowed to run, or the wizard has stopped. The content of the tag is shown. The next time
   * the element is attached, it starts anew.
   */
  'wizard-error': CustomEvent<unknown>;
}

/** `<azureml-k8s-wizard>` */
export interface AzuremlK8sWizardElement extends HTMLElement {
  /** The current result; null before the element is ready, and once it has failed. */
  readonly result: WizardResult | null;
  /** Why the element has failed, as in `wizard-error`; null while it has not. */
  readonly error: unknown;
  /** The scenario. */
  link: string;
}

declare global {
  interface HTMLElementTagNameMap {
    'azureml-k8s-wizard': AzuremlK8sWizardElement;
  }
  // Listeners on ancestors of the element get them too.
  interface GlobalEventHandlersEventMap extends WizardEventMap {}
}
