"""Stand-in for azure-identity."""


class DefaultAzureCredential:
    pass
