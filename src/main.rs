//! The `vigie` program: see the library.

fn main() -> std::process::ExitCode {
    let files = std::env::args_os().skip(1).map(std::path::PathBuf::from).collect();
    match vigie::app::run(files) {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            use std::io::Write as _;
            // Without a standard error there is nobody to tell.
            writeln!(std::io::stderr(), "vigie: {error}").ok();
            std::process::ExitCode::FAILURE
        }
    }
}
