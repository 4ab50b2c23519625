"""Stand-in for azureml-core, with the parameters that version 1.61.0 has."""

import recorder
from recorder import wants


class Workspace:
    def __init__(self, workspace):
        self.request = workspace

    @staticmethod
    def get(name, auth=None, subscription_id=None, resource_group=None, location=None, cloud=None, id=None):
        wants(str, name=name, subscription_id=subscription_id, resource_group=resource_group)
        return Workspace({"subscription": subscription_id, "group": resource_group, "name": name})

    @classmethod
    def from_config(cls, path=None, auth=None):
        return cls("config.json")

    @property
    def compute_targets(self):
        from .compute import ComputeTarget

        return {name: ComputeTarget(self, name) for name in recorder.there}
