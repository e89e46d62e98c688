//! The program: the command line, or the window.

fn main() -> std::process::ExitCode {
    vigie::cli::run(std::env::args_os(), vigie::app::run)
}
