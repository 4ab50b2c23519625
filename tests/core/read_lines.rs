//! Commands inside other texts: pipelines, build files, transcripts, documents; and lines that were broken on
//! the way.

use crate::read::{CREATE, SUBSCRIPTION, converges, ids, of};
use azureml_k8s_wizard::model::choice::Shell;
use azureml_k8s_wizard::model::field::Field;
use azureml_k8s_wizard::parse::read::{read, repaired};
use rstest::rstest;

/// A command that chooses a subscription.
const SET: &str = "az account set -s 99999999-2222-3333-4444-555555555555";

/// The texts before and after a command.
#[rstest]
#[case::dockerfile("RUN ", "")]
#[case::dockerfile_twice("RUN apt-get update && ", "")]
#[case::github("- run: ", "")]
#[case::github_quoted("      - run: \"", "\"")]
#[case::script("- script: ", "")]
#[case::bash_step("- bash: ", "")]
#[case::inline("  inlineScript: '", "'")]
#[case::json("  \"command\": \"", "\",")]
#[case::terraform("    command = \"", "\"")]
#[case::makefile("\t@", "")]
#[case::makefile_ignoring("\t-", "")]
#[case::batch("@call ", "")]
#[case::sudo("sudo -E ", "")]
#[case::sudo_user("sudo -u dev ", "")]
#[case::nohup("nohup ", " &")]
#[case::timeout("timeout 60 ", "")]
#[case::inner_shell("bash -c '", "'")]
#[case::inner_shell_later("bash -c 'cd x && ", "'")]
#[case::list_of_prompts("1. `$ ", "`")]
#[case::list_prompt("- $ ", "")]
#[case::inline_code("Run `", "`")]
#[case::inline_code_in_a_sentence("Run `", "` first, then go on.")]
#[case::numbered("1\t", "")]
#[case::numbered_colon("12: ", "")]
#[case::history("  501  ", "")]
#[case::trace("+ ", "")]
#[case::diff("+", "")]
#[case::log("2026-01-05T10:11:12.1234567Z ##[command]", "")]
#[case::log_alone("##[command]", "")]
#[case::arrow("❯ ", "")]
#[case::zsh("➜  ~ ", "")]
#[case::photon("dev [ ~ ]$ ", "")]
#[case::bracketed_paste("\u{1B}[200~", "")]
#[case::coloured("\u{1B}[1;32m", "\u{1B}[0m")]
#[case::subshell("(", ")")]
fn a_command_is_found_behind_what_stands_before_it(#[case] before: &str, #[case] behind: &str) {
    for shell in [None, Some(Shell::Bash)] {
        let text = [before, SET, behind].concat();
        let reading = read(&text, shell);
        assert_eq!(reading.answers.text(Field::Subscription), SUBSCRIPTION, "{text}");
        assert_eq!(ids(&reading), [""; 0], "{text}");
        let [command] = reading.commands.as_slice() else { panic!("{:?} in {text}", reading.commands) };
        let shown = text.get(command.span.clone()).unwrap();
        assert_eq!(shown.trim_end_matches("\u{1B}[0m"), SET, "{text}");
    }
}

#[test]
fn a_batch_file_is_the_program() {
    let reading = read(&SET.replace("az ", "az.bat "), None);
    assert_eq!(reading.answers.text(Field::Subscription), SUBSCRIPTION);
}

#[test]
fn a_command_inside_quotes_is_found_at_its_place_and_the_rest_is_read() {
    let text = "bash -c \"az k8s-extension show -n e -t connectedCluster -c c -g rg; az login\"\naz k8s-extension delete -n e -t managedClusters -c c -g rg";
    let reading = read(text, None);
    let finding = of(&reading, "misprinted-value")[0];
    assert_eq!(text.get(finding.span.clone()), Some("connectedCluster"));
    let names: Vec<&str> = reading.commands.iter().map(|command| command.name.as_str()).collect();
    assert_eq!(names, ["az k8s-extension show", "az login", "az k8s-extension delete"]);
    assert!(reading.not_understood.is_empty());
}

#[test]
fn a_command_that_was_found_goes_on_in_the_next_line() {
    let text = "RUN az k8s-extension show -n e \\\n    -t managedClusters -c c \\\n    -g rg && echo done";
    let reading = read(text, None);
    assert_eq!(reading.answers.text(Field::ResourceGroup), "rg");
    assert_eq!(ids(&reading), [""; 0]);
}

#[test]
fn a_text_in_escaped_quotes_is_one_word() {
    let text =
        "  \"command\": \"az k8s-extension show -n e -t managedClusters -c c -g \\\"my rg\\\" --query $Q\",";
    let reading = read(text, None);
    assert_eq!(reading.answers.text(Field::ResourceGroup), "my rg");
    assert_eq!(ids(&reading), ["invalid-resource-group"]);
}

#[test]
fn several_commands_in_one_line_are_read() {
    let text = "Run `az account set -s 99999999-2222-3333-4444-555555555555`, then `az aks show -n c -g rg` and `$ az login -t x`.";
    let reading = read(text, None);
    assert_eq!(reading.commands.len(), 3, "{:?}", reading.commands);
    assert!(reading.not_understood.is_empty());
}

#[test]
fn what_another_command_prints_is_read_once() {
    let text = "echo \"$(az aks show -n my-aks -g rg-aks --query id -o tsv)\" && foo $(az aks show -n my-aks -g rg-aks)";
    assert_eq!(read(text, None).commands.len(), 2);
}

#[rstest]
#[case("Use az k8s-extension create to install the extension.")]
#[case("With `az k8s-extension create` the extension is installed.")]
#[case("`az k8s-extension create` installs it.")]
#[case("az k8s-extension create is the command that installs it.")]
#[case("az login is needed.")]
#[case("Then run az k8s-extension show -n arcml-extension and look at the state.")]
#[case("The command az ml compute attach --type Kubernetes attaches the cluster.")]
#[case("An error of az k8s-extension create --name is what you see.")]
#[case("echo \"Usage: az k8s-extension show -n NAME\"")]
#[case("# az k8s-extension create -n x")]
#[case("foo # az k8s-extension create -n x")]
#[case("The script of the topaz k8s-extension create -n x")]
#[case("kubectl create namespace is what makes a namespace")]
#[case("You make it with kubectl create namespace azureml and go on.")]
fn prose_is_no_command(#[case] text: &str) {
    let reading = read(text, None);
    assert_eq!(ids(&reading), [""; 0], "{text}");
    assert_eq!(azureml_k8s_wizard::model::link::write(&reading.answers), "v=1", "{text}");
}

/// A command whose line ends too early, the place of the finding, and the correct command.
#[rstest]
#[case::missing("-c c\n  -t managedClusters", "c", "-c c \\\n  -t managedClusters")]
#[case::blanks("-c c  \n  -t managedClusters", "c", "-c c \\\n  -t managedClusters")]
#[case::windows("-c c\r\n  -t managedClusters", "c", "-c c \\\r\n  -t managedClusters")]
#[case::blank_line("-c c \\\n\n  -t managedClusters", "c", "-c c \\\n  -t managedClusters")]
#[case::another_shells("-c c `\n  -t managedClusters", "c", "-c c \\\n  -t managedClusters")]
#[case::command_prompts("-c c ^\n  -t managedClusters", "c", "-c c \\\n  -t managedClusters")]
#[case::twice("-c c\n--scope-x=1\n-t managedClusters", "c", "-c c \\\n--scope-x=1 \\\n-t managedClusters")]
fn a_line_without_its_continuation_is_continued_and_reported(
    #[case] rest: &str,
    #[case] about: &str,
    #[case] fixed: &str,
) {
    let head = "az k8s-extension show -n e -g rg \\\n  ";
    let text = [head, rest].concat();
    let reading = read(&text, Some(Shell::Bash));
    let found = of(&reading, "missing-continuation");
    let [finding] = found.as_slice() else { panic!("{:?} in {text}", ids(&reading)) };
    assert_eq!(text.get(finding.span.clone()), Some(about), "{text}");
    assert_eq!(reading.answers.text(Field::Cluster), "aks", "{text}");
    assert_eq!(repaired(&text, &reading), [head, fixed].concat());
    converges(&text);
}

#[rstest]
#[case(Shell::PowerShell, "`")]
#[case(Shell::Cmd, "^")]
fn a_continuation_is_put_as_the_shell_writes_it(#[case] shell: Shell, #[case] mark: &str) {
    let text = "az k8s-extension show -n e -g rg -c c\n  -t managedClusters";
    let reading = read(text, Some(shell));
    assert_eq!(
        repaired(text, &reading),
        ["az k8s-extension show -n e -g rg -c c ", mark, "\n  -t managedClusters"].concat()
    );
}

#[rstest]
#[case::list("az login\n- then go on")]
#[case::rule("az login\n---\naz account show")]
#[case::explained("az login\n--tenant the tenant that you sign in to")]
#[case::colon("az login\n--tenant: yours")]
#[case::unknown("foo\n--bar")]
#[case::comment("az login # now\n--tenant x")]
#[case::separate("az login;\n--tenant x")]
fn the_next_line_may_be_none_of_the_commands(#[case] text: &str) {
    assert_eq!(ids(&read(text, None)), [""; 0], "{text}");
}

/// YAML puts the lines of a folded text together.
#[test]
fn a_folded_text_needs_no_continuation() {
    let text = "- run: >-\n    az k8s-extension show -n e\n    -g rg -c c\n    -t managedClusters\n";
    let reading = read(text, None);
    assert_eq!(ids(&reading), [""; 0]);
    assert_eq!(reading.answers.text(Field::Cluster), "aks");
}

#[test]
fn commands_in_thousands_of_odd_lines_have_places_in_the_text() {
    let pieces = [
        "x \"az login -",
        "az login -a. ",
        "foo az login -x `",
        "'az login -a; \"az login -b; ",
        "az login\n--a the b c d\n",
        "az login\n\n\n\n-",
        "x 'az login -a' ",
        "$(az login -a) x `az login -b` ",
        "x \"az login -a \\\"",
    ];
    for piece in pieces {
        let text = piece.repeat(200_000 / piece.len());
        let reading = read(&text, None);
        let spans = reading.commands.iter().map(|command| &command.span).chain(&reading.not_understood);
        for span in spans.chain(reading.findings.iter().map(|finding| &finding.span)) {
            assert!(text.get(span.clone()).is_some(), "{piece}: {span:?}");
        }
        assert!(reading.commands.len() + reading.not_understood.len() > 0, "{piece}");
    }
}

#[test]
fn commands_that_html_joins_are_two() {
    let text = "az login &amp;&amp; az account set -s 99999999-2222-3333-4444-555555555555";
    let reading = read(text, None);
    assert_eq!(reading.answers.text(Field::Subscription), SUBSCRIPTION);
    assert!(reading.not_understood.is_empty());
}

#[test]
fn block_comments_of_powershell_are_left_out() {
    let text =
        "<#\n az account set -s x\n#>\naz account set <# the one #> -s 99999999-2222-3333-4444-555555555555";
    let reading = read(text, None);
    assert_eq!(reading.shell, Shell::PowerShell);
    assert_eq!(reading.answers.text(Field::Subscription), SUBSCRIPTION);
    assert_eq!(ids(&reading), [""; 0]);
    assert!(reading.not_understood.is_empty());
}

/// Values of templates: the number of findings, and that they break no command.
#[rstest]
#[case("-c ${{ env.CLUSTER }} -g rg", "${{ env.CLUSTER }}", "variable-left")]
#[case("-c '${{ env.CLUSTER }}' -g rg", "${{ env.CLUSTER }}", "variable-left")]
#[case("-c \"${{ env.CLUSTER }}\" -g rg", "${{ env.CLUSTER }}", "variable-left")]
#[case("-c {{ cluster }} -g rg", "{{ cluster }}", "variable-left")]
#[case("-c \"{{ cluster | default('x') }}\" -g rg", "{{ cluster | default('x') }}", "variable-left")]
#[case("-c [cluster] -g rg", "[cluster]", "placeholder-left")]
#[case("-c \"[cluster name]\" -g rg", "[cluster name]", "placeholder-left")]
#[case("-c {cluster-name} -g rg", "{cluster-name}", "placeholder-left")]
#[case("-c aks-{stage} -g rg", "{stage}", "placeholder-left")]
#[case("-c @cluster.txt -g rg", "@cluster.txt", "variable-left")]
fn a_value_of_a_template_is_not_known(#[case] rest: &str, #[case] about: &str, #[case] id: &str) {
    for shell in [None, Some(Shell::Bash), Some(Shell::PowerShell)] {
        let text = ["az k8s-extension show -n e -t managedClusters ", rest].concat();
        let reading = read(&text, shell);
        assert_eq!(ids(&reading), [id], "{text}");
        assert_eq!(text.get(reading.findings[0].span.clone()), Some(about), "{text}");
        assert_eq!(reading.answers.text(Field::ResourceGroup), "rg", "{text}");
        assert_eq!(reading.answers.text(Field::ClusterName), "", "{text}");
    }
}

#[test]
fn the_parts_of_an_id_may_be_placeholders() {
    let text = "az ml compute attach -g rg -w mlw -n k8s --type Kubernetes --resource-id /subscriptions/{subscription-id}/resourceGroups/{rg}/providers/Microsoft.ContainerService/managedClusters/{cluster}";
    let reading = read(text, None);
    assert_eq!(ids(&reading), ["placeholder-left"; 3]);
    assert_eq!(reading.answers.text(Field::Cluster), "aks");
}

#[rstest]
#[case("az aks show -n c -g rg --query \"[0].id\"")]
#[case("az aks show -n c -g rg --query '[].{name:name,id:id}'")]
#[case("[ -f x ] && az login")]
#[case("{ az login --use-device-code; }")]
fn brackets_that_are_none_of_a_template_mean_what_they_are(#[case] text: &str) {
    let reading = read(text, None);
    assert_eq!(ids(&reading), [""; 0], "{text}");
    assert!(reading.commands.iter().any(|command| command.understood), "{text}");
}

/// Options and settings in another file or variable.
#[rstest]
#[case("az k8s-extension show @p", "@p")]
#[case("az k8s-extension show @args.json", "@args.json")]
fn what_a_file_of_arguments_holds_is_not_missing(#[case] text: &str, #[case] about: &str) {
    for shell in [Shell::Bash, Shell::PowerShell] {
        let reading = read(text, Some(shell));
        assert_eq!(ids(&reading), ["variable-left"], "{text}");
        assert_eq!(text.get(reading.findings[0].span.clone()), Some(about), "{text}");
    }
    let reading = read(&[CREATE, "--config @settings.json"].concat(), None);
    assert_eq!(ids(&reading), ["variable-left"]);
}

#[rstest]
#[case::blank("--config&nbsp;enableTraining=True", "web-space", "&nbsp;")]
#[case::placeholder(
    "--config enableTraining=True --version &lt;version&gt;",
    "placeholder-left",
    "&lt;version&gt;"
)]
fn what_html_writes_is_read_as_it_was_meant(#[case] rest: &str, #[case] id: &str, #[case] about: &str) {
    let text = [CREATE, rest].concat();
    let reading = read(&text, None);
    assert_eq!(ids(&reading), [id], "{text}");
    assert_eq!(text.get(reading.findings[0].span.clone()), Some(about), "{text}");
    assert_eq!(reading.answers.text(Field::Workload), "training");
    converges(&text);
}

/// A sentence that begins with the name of a command, and holds what looks like the beginning of one at the same place.
#[test]
fn a_sentence_that_looks_like_a_command_is_read_once() {
    for text in [
        "az ml compute attach \u{2014}\u{11113}:<\u{C8F}$=",
        "az ml compute attach \u{2014}x is what one runs here.\naz login",
        "az k8s-extension create \u{2013}name is the one that one runs.",
        "'az ml compute attach \u{2014}x is what one runs here.'",
    ] {
        for shell in [None, Some(Shell::Bash), Some(Shell::PowerShell), Some(Shell::Cmd)] {
            assert!(read(text, shell).commands.len() < 3, "{text}");
        }
    }
}
